# The comparison of methods: table, recommendation, agreement.

title = Which method suits these customers?
intro = Every method puts the same customers together in its own way. Compare them side by side on the same columns, then use the one that serves you best.
start = Compare methods
again = Compare again
starting = Starting
running = Comparing { $done } of { $all } methods
cancel = Cancel
cancel_says = Stop comparing and keep nothing of it (Esc)
recommended = Recommended: { $method } ({ $term }), { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    }
nothing = No method can be recommended
compared = { $customers ->
        [one] 1 customer was compared
       *[other] { $customers } customers were compared
    } on the same columns. A tick marks the best of each column, if it doesn’t owe that to leaving out more than { $most } of them.
use_recommended = Use this
table = Methods with their figures
table_keys = Space ticks a method for standing side by side, Enter uses it, S sorts by the column.
column_method = Method
column_segments = Segments
column_silhouette = Silhouette
column_stability = Comes back
column_davies_bouldin = Davies–Bouldin
column_calinski_harabasz = Calinski–Harabasz
column_unassigned = Without segment
column_balance = Largest : smallest
column_seconds = Time
tip_segments = How many segments the method finds
tip_silhouette = How clearly customers belong to their segment and not to the next one, from −1 to 1. More is better. All methods are measured on the same figures.
tip_stability = How alike the segments are when other customers of the same kind are taken, from 0 to 1 (bootstrapped Jaccard). From 0.75 on they can be relied on.
tip_davies_bouldin = How wide segments are compared with the distance between them. Less is better.
tip_calinski_harabasz = How far apart segments are compared with how wide they are. More is better. It favours round segments.
tip_unassigned = The share of customers whom the method leaves without a segment
tip_balance = How many times larger the largest segment is than the smallest
tip_seconds = How long the method took on this computer
ratio = { $ratio } : 1
instant = < 0.1 s
seconds = { $seconds } s
minutes = { $clock } min
pending = waiting
use = Use this
best_says = { $value }, the best
recommended_says = { $method }, recommended
term_recommended = { $term } · recommended
pair = Put side by side
pair_hint = Tick two methods to see them side by side.
pair_half = Tick one more.
pair_ready = { $one } and { $other }
pair_working = Finding the segments of both …
agreement = How much the methods agree
agreement_line = 1: the same customers stand together. 0: no more than by chance (adjusted Rand index).
agreement_says = { $one } and { $other }: { $value }, { $words }
alike_same = nearly the same
alike_much = much alike
alike_some = rather different
alike_hardly = hardly alike
alike_unknown = not known
