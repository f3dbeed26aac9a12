# New customers placed in the segments of a run: a file of them, or one typed in.

title = New customers
line = Which of the { $segments } segments of { $dataset } does each one belong to?
back = Back to the results
drop = Drop a file of new customers
drop_line = It should have the columns that the segments were made from. SegDesk says what differs before it places anybody.
choose = Choose a file…
cancel = Cancel
another = Another file…

title_place = Before they are placed: is this right?
title_rerun = Before the recipe runs: is this right?
title_compare = Before they are compared: is this right?
consent_line = The file differs from the one that the segments were made from. Look at each line and change what is wrong.
renamed = “{ $old }” isn't in this file. “{ $new }” is most like it ({ $score } alike, by name and values).
runs_line = The newer table differs from the one that the segments were made from. Look at each line and change what is wrong.
missing_asked = { $how ->
        [rerun] “{ $column }” isn't in this file. Unless another column stands for it, the segments are made without it.
       *[typical] “{ $column }” isn't in this file. Unless another column stands for it, everybody gets what was typical.
    }
missing = { $how ->
        [rerun] “{ $column }” isn't in this file. The segments are made without it.
       *[typical] “{ $column }” isn't in this file. Everybody gets what was typical when the segments were made.
    }
unused_asked = “{ $column }” isn't in this file. The segments aren't made from it. Choose the column that stands for it, if one does.
unused = “{ $column }” isn't in this file. The segments aren't made from it.
which_column = The column that stands for { $column }
not_there = Not in this file
other_unit = “{ $column }” seems to count in something else: half of the customers were above { $before } and are now above { $now }.
which_factor = What { $column } is multiplied by
multiply = Multiply by { $factor }
as_it_is = Leave as it is
other_currency = “{ $column }” is in { $now } now and was in { $before }. Type what one { $now } is worth in { $before }.
which_rate = The rate for { $column }
rate = 1 { $now } = … { $before }
also = Also noticed
new_levels = “{ $column }” has values that nobody had when the segments were made, for { $customers ->
        [one] one customer
       *[other] { $customers } customers
    }: { $levels }. They count as none of the known ones.
added = { $count ->
        [one] One column is new and plays
       *[other] { $count } columns are new and play
    } no part: { $columns }.
other_kind = “{ $column }” holds words or dates now where the segments need numbers, or the other way round. Mend the file, then drop it again.
twice = “{ $column }” is chosen for two columns. Choose another one for one of them.
lacks_rate = Type the rate for “{ $column }”, such as 57.5.
go_on = Go on
not_this_file = Not this file
not_this_run = Not this one

headline = About { $count } of { $of } new customers land where they would if all were segmented again.
no_trust = There are too few customers to say how many would land in the right segment.
measured = Measured on { $rows } of the run's own customers, { $splits ->
        [one] once
       *[other] { $splits } times
    }: half was segmented, the other half placed, then segmented on its own (adjusted Rand index { $rand }). Held beside the segments as they are it would be { $together }{ $flatters ->
        [yes] , which flatters.
       *[no] , too.
    }
placed = { $count ->
        [one] One customer placed,
       *[other] { $count } customers placed,
    } { $how ->
        [centres] each where the segment's centre is nearest.
        [clouds] each where the segment's cloud is likeliest.
       *[forest] by a random forest that has learned the segments.
    }
unlike = { $count ->
        [0] Nobody looks like none of your segments.
        [one] One customer ({ $share }) looks like none of your segments.
       *[other] { $count } customers ({ $share }) look like none of your segments.
    }
drifting = Of your own customers { $usual } would; so many more is no chance. Your customers may be changing: make the segments anew soon.
not_drifting = Of your own customers { $usual } would, so this is nothing unusual.
noticed = What was noticed in the file
written = The list is in { $path }.
not_written = Nothing is saved yet. The list gives each customer a segment, how sure that is, and the second best.
save = Save the list…
save_title = Save the list of new customers

one_title = Just one customer
one_line = Type what you know. What you leave empty counts as typical.
one_ask = Which segment?
dont_know = Don't know
range = { $low } – { $high }
no_number = “{ $column }” needs a number, such as 42 or 3.5.
no_date = “{ $column }” needs a date, such as 2026-11-21.
one_sure = { $sure } sure.
one_nearest = Nearest is { $name }.
one_second = Second best: { $name }.
one_absent = { $count ->
        [one] One field was left empty
       *[other] { $count } fields were left empty
    } and counted as typical.
