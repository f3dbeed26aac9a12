# How many segments, the verdict and the comparison of methods as the command line prints them.

choice =
    { $segments ->
        [one] One segment: these customers shouldn't be parted.
       *[other] { $segments } segments
    }
adviser_gap = Gap statistic (decides)
adviser_strength = Prediction strength
adviser_elbow = Elbow
adviser_silhouette = Silhouette
vote =
    { $segments ->
        [one] { $adviser }: no groups
       *[other] { $adviser }: { $segments } segments
    }
vote_unknown = { $adviser }: can't tell
limits =
    At most { $most } segments are proposed, each of { $least ->
        [one] 1 customer
       *[other] { $least } customers
    } or more.
looked_at =
    { $rows ->
        [one] 1 customer was looked at.
       *[other] { $rows } customers were looked at.
    }
segment = { $number }  { $name }: { $stability }
contender = { $method }: { $segments } segments · silhouette { $silhouette } · come back { $stability } · left out { $unassigned }
failed = { $method }: { $reason }
recommended = Recommended: { $method }
