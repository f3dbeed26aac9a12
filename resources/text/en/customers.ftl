# The Customers tab of the results.

segment = Segment
fit = Fit
fit_explained = How well a customer fits the segment (silhouette). Typical: at least twice as near to its own segment as to the next one. Loose: about as near to another segment.
typical = typical
fits = fits
loose = loose
fit_nearer = Fit { $value } (silhouette): the customers of this segment are { $share } nearer than those of the next one.
fit_farther = Fit { $value } (silhouette): the customers of another segment are { $share } nearer than those of this one.
fit_unknown = Not judged: with this many customers, the fit (silhouette) is worked out for a sample.

sure = How sure
sure_explained = Share of the repeats with other customers in which this one came into the same segment. Below 75% the customer sits between two segments.
sure_says = In { $share } of { $repeats } repeats this customer came into the same segment.
sure_unknown = Not judged: with this many customers, and for who has no segment, this isn't worked out.
second = Second best
second_explained = The segment that the customer came into most often otherwise.
deciding = What decides it
deciding_explained = The column that decides between the customer's segment and the second best.
deciding_says = { $column } decides between “{ $one }” and “{ $other }”.
borderline_only = Borderline  { $count }
borderline_says = Show only customers who sit between two segments

search = Search all columns
clear_search = Clear the search
all_segments = All
segment_filter = Show customers of
only_segment = Only { $name }, { $count ->
        [one] 1 customer
       *[other] { $count } customers
    }
table = Customers with their segments
count =
    { $count ->
        [one] 1 customer
       *[other] { $count } customers
    }
count_of = { $count } of { $total ->
        [one] 1 customer
       *[other] { $total } customers
    }
searching = Searching …
none_found = No customer matches. Try a shorter text, or all segments.
copy = Copy
copy_rows = Copy whole rows
copied =
    { $count ->
        [one] 1 row copied
       *[other] { $count } rows copied
    }
copied_first = The first { $count } rows copied. Export gives you all of them.
