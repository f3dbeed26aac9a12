# Why one method is recommended. "Stability" is how well its segments come back with other customers.

best =
    { $stability ->
        [solid] Its segments come back (solid) and are the best separated
        [usable] Most of its segments come back (usable), and they are the best separated
        [fuzzy] No method gives segments that fully come back. The core of these does (fuzzy), and they are the best separated
       *[unstable] No method gives segments that come back. These are the best separated
    } of the methods that have a place for nearly everybody: silhouette { $silhouette }.
simplest =
    It is the simplest of the methods that do about equally well: { $stability ->
        [solid] segments that come back (solid)
        [usable] segments of which most come back (usable)
        [fuzzy] segments whose core comes back (fuzzy)
       *[unstable] segments that don't come back
    }, silhouette { $silhouette }.
only_sound =
    It is the only one that finds a place for at least four customers in five and gives every segment { $least } customers or more. { $stability ->
        [solid] Its segments come back (solid)
        [usable] Most of its segments come back (usable)
        [fuzzy] The core of its segments comes back (fuzzy)
       *[unstable] Its segments don't come back
    }, silhouette { $silhouette }.
none_sound =
    None finds a place for at least four customers in five and gives every segment { $least } customers or more. This one comes nearest: { $stability ->
        [solid] segments that come back (solid)
        [usable] segments of which most come back (usable)
        [fuzzy] segments whose core comes back (fuzzy)
       *[unstable] segments that don't come back
    }, silhouette { $silhouette }.
none = No method found segments in these columns. Choose other columns.
