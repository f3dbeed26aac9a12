# Two results of the same dataset side by side.

title = Two results side by side
back = Back to the comparison
summary = { $percent } of the customers ({ $stayed } of { $customers }) stand in segments that match. Those have the same colour in both.
side_says = Result { $letter }: { $method }
facts = { $term } · { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    } · silhouette { $silhouette }
open = Open this result
open_says = Show result { $letter } with all its tabs
sizes = Segment sizes of result { $letter }
crossing = Who went where
crossing_line = Each row is a segment of A, and says into which segments of B its customers go. Choose a cell to see these customers in both maps.
crossing_says = Customers of A’s segments by B’s segments
all = All
cell_says = { $customers ->
        [one] 1 customer is
       *[other] { $customers } customers are
    } in “{ $one }” of A and “{ $other }” of B: { $share } of A’s segment.
row_says = { $customers ->
        [one] 1 customer is
       *[other] { $customers } customers are
    } in “{ $one }” of A.
column_says = { $customers ->
        [one] 1 customer is
       *[other] { $customers } customers are
    } in “{ $other }” of B.
all_says = { $customers ->
        [one] There is 1 customer.
       *[other] There are { $customers } customers.
    }
picked = { $customers ->
        [one] 1 customer is picked out.
       *[other] { $customers } customers are picked out.
    }
nobody = Nobody is picked out.
show_customers = Show these customers
forget = Show all again
map_title = Map of result { $letter }
customer = Row { $row }: { $segment }
no_map = This result was made by an older SegDesk and has no map. Find its segments again to get one.
profile_title = What sets the segments of result { $letter } apart
profile_waiting = Working out what the segments are like …
