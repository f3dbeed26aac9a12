# Placing new customers in the segments of a run.

damaged = What SegDesk keeps to place customers with this run has been altered, so it isn't used. Have it made anew: segdesk predict … --renew.
not_a_number = “{ $text }” is no number, and “{ $column }” needs one. Type digits, such as 42 or 3.5.
not_a_date = “{ $text }” is no date, and “{ $column }” needs one. Type it as 2026-11-21.
absent = “{ $column }” is missing; everybody gets what was typical when the segments were made.
filled = “{ $column }” is blank for { $count ->
        [one] one customer
       *[other] { $count } customers
    } of { $rows }, who get what was typical when the segments were made.
unknown = “{ $column }” has values that nobody had when the segments were made ({ $levels }), for { $count ->
        [one] one customer
       *[other] { $count } customers
    }: they count as none of the known ones.
unlike = Looks like none of your segments
placed = { $count ->
        [one] One customer
       *[other] { $count } customers
    } placed in the segments of run { $run }, { $how ->
        [centres] by the nearest centre
        [clouds] by the likeliest cloud
       *[forest] by a random forest that has learned the segments
    }.
segment = { $number }  { $name }: { $count } ({ $share })
unlike_line = { $count ->
        [0] Nobody looks like none of your segments.
        [one] One customer ({ $share }) looks like none of your segments.
       *[other] { $count } customers ({ $share }) look like none of your segments.
    } Of the run's own customers { $usual } would.
nested = How well this can be trusted: half of the run's customers were segmented and the other half placed by them; { $equal } came where they belong when that half is segmented on its own (adjusted Rand index { $rand }).
together = Held beside the run itself, which knew both halves: { $equal } (adjusted Rand index { $rand }).
no_trust = The run has too few customers to say how well this can be trusted.
saved = Saved as placement { $id }.
