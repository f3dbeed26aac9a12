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
placed_but =
    { $count ->
        [one] 1 has no segment
       *[other] { $count } have no segment
    } ({ $share })
outliers = They stand too far from any crowd for a segment. Look at them one by one.
equal_sizes =
    { $count ->
        [one] 1 customer each
       *[other] { $count } customers each
    }
sizes = from { $smallest } to { $largest } customers
silhouette = silhouette
silhouette_scale = How far the segments stand apart: 1 is completely, 0 is not at all.
above = · { $text }
above_says = How much higher the silhouette is than that of customers without any groups, whose columns are alike otherwise.
reliability = { $says } In the repeats it was { $figure } alike (1 is the same customers, 0 none).
sampled = ± { $error } standard error, from a sample of { $sample } customers
band_excellent = Strong structure: the segments stand clearly apart from each other.
band_good = Reasonable structure: most customers clearly belong to their segment.
band_fair = Weak structure: the segments overlap. Look at them closely before you act on them.
band_poor = No clear structure: these segments may be artificial. Treat them as a way to slice your customers, not as a discovery.

suggested = SegDesk suggests { $segments } segments. The How many tab shows why, and lets you choose another number.
open_how_many = Why that many

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
