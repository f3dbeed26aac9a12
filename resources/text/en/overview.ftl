# The Overview tab of the results.

customers =
    { $count ->
        [one] customer
       *[other] customers
    }
segments =
    { $count ->
        [one] segment
       *[other] segments
    }
columns_used =
    { $count ->
        [one] column used
       *[other] columns used
    }
encoded =
    { $count ->
        [one] 1 feature after encoding
       *[other] { $count } features after encoding
    }
placed = each in one segment
equal_sizes =
    { $count ->
        [one] 1 customer each
       *[other] { $count } customers each
    }
sizes = from { $smallest } to { $largest } customers
silhouette = silhouette
sampled = ± { $error } standard error, from a sample of { $sample } customers
band_excellent = Strong structure: the segments stand clearly apart from each other.
band_good = Reasonable structure: most customers clearly belong to their segment.
band_fair = Weak structure: the segments overlap. Look at them closely before you act on them.
band_poor = No clear structure: these segments may be artificial. Treat them as a way to slice your customers, not as a discovery.

suggested = SegDesk suggests { $segments }: the best silhouette among { $fewest } to { $most }. Choose another number in the Tree tab.
open_tree = Open the tree

segment_size =
    { $count ->
        [one] 1 customer
       *[other] { $count } customers
    } · { $share }
segment_silhouette = silhouette { $value }
segment_share =
    { $count ->
        [one] customer
       *[other] customers
    } · { $share }
open_segment = Show these customers
average = Close to all customers in every column.

used_title = What was used and left out, and why
measures = Measures
categories = Categories
left_out = Left out
nothing_left_out = No column was left out.
decisions = How the columns were prepared
pca_title = Directions of variation (PCA)
pca_total =
    { $count ->
        [one] 1 direction keeps
       *[other] { $count } directions keep
    } { $share } of the variation.
pca_bars = Share of the variation by direction: { $shares }
