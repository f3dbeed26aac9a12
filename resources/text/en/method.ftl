# Why segments can't be found, and what to do.

memory = This method compares every pair of customers, and { $rows } customers need { $needed_gb } GB of memory; { $free_gb } GB can be used. Choose Round groups (k-means) or Balanced groups (Ward), which need little memory, or import up to { $most_rows } customers.
memory_rows = { $rows } customers need { $needed_gb } GB of memory and { $free_gb } GB can be used. Close other programs, leave out categories with many different values, or import up to { $most_rows } customers.
too_few_rows = There are too few customers for that many segments. Choose fewer segments or import more customers.
all_same = All customers are the same in the columns used, so nothing sets them apart. Choose other columns.
not_finite = Some values of the columns used are missing or infinite, so customers can't be compared. Mend those columns in the file, or leave them out.
fewer_segments = Soft groups (Gaussian mixture) can't part these customers into { $segments } segments: at least one would stay empty. Choose fewer segments or another method.
flat_clouds = Soft groups (Gaussian mixture) can't describe these customers. Choose another method, or simplify first (PCA).
one_segment =
    { $method ->
        [dbscan] All crowded places hang together (neighbours within { $eps }, { $min_samples } for a crowd), so there is one segment only. Choose a smaller distance (eps) or another method.
       *[other] Only one crowd of { $min_size } customers or more was found. Choose a smaller smallest segment or another method.
    }
all_outliers =
    { $method ->
        [dbscan] No place is crowded enough (neighbours within { $eps }, { $min_samples } for a crowd), so no customer has a segment. Choose a larger distance (eps), fewer neighbours or another method.
       *[other] No two crowds of { $min_size } customers or more were found, so no customer has a segment. Choose a smaller smallest segment or another method.
    }
