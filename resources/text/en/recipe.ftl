# Why a choice can't be used, and what to do.

no_file = The recipe { $path } can't be opened. Check the name and the folder.
not_saved = { $path } holds no recipe. Choose the Recipe.json of an export.
unknown_column = There is no column “{ $name }” in this table. Its columns are: { $known }.
repeated_column = The column “{ $column }” is named twice. Name it once.
no_columns = No column is used, so there is nothing to compare. Choose Measure or Category for at least one column.
influence = The influence of “{ $column }” must lie between 0 (left out) and { $most }.
segments = The number of segments must lie between { $fewest } and { $most }.
segments_word = “{ $text }” is no number of segments. Type a whole number such as 4, or auto.
too_many_segments = { $segments } segments need more than { $segments } customers, and this table has { $rows }. Choose fewer segments or import more customers.
pca = { $value } can't be used to simplify (PCA). Choose a whole number of directions from 1, or a share between 0 and 1 such as 0.9.
pca_word = “{ $text }” can't be used to simplify (PCA). Type a whole number such as 3, a share such as 0.9, or none.
not_a_number = “{ $column }” holds words, so it can't be a measure. Use it as a category.
too_many_levels = “{ $column }” has { $levels } different values; as a category it may have { $most }. Leave it out or only describe with it.
too_many_features = The columns make { $features } features (one for every value of a category), and SegDesk can compare { $most }. Leave out the categories with the most values.
too_large_for_raw = “{ $column }” holds numbers too large to compare as they are. Choose another way of comparing than Raw, or leave the column out.
parameter_unknown =
    { $parameter ->
        [eps] A distance between neighbours (eps)
        [min_samples] A number of neighbours (min samples)
        [min_size] A smallest segment (min size)
        [starts] A number of starts
       *[other] “{ $parameter }”
    } means nothing to { $method ->
        [ward] Balanced groups (Ward)
        [complete] Far-apart groups (Complete)
        [average] Average distance
        [single] Chains (Single)
        [kmeans] Round groups (k-means)
        [gmm] Soft groups (Gaussian mixture)
        [gmm_diagonal] Soft groups, simpler (Gaussian mixture, diagonal)
        [dbscan] Crowds (DBSCAN)
       *[hdbscan] Crowds of any density (HDBSCAN)
    }. Leave it out or choose another method.
parameter_range =
    { $parameter ->
        [eps] The distance between neighbours (eps)
        [min_samples] The number of neighbours (min samples)
        [min_size] The smallest segment (min size)
       *[other] The number of starts
    } must lie between { $lowest } and { $highest }, and { $value } doesn't.
parameter_whole =
    { $parameter ->
        [eps] The distance between neighbours (eps)
        [min_samples] The number of neighbours (min samples)
        [min_size] The smallest segment (min size)
       *[other] The number of starts
    } must be a whole number, and { $value } isn't.
parameter_rows =
    { $parameter ->
        [eps] The distance between neighbours (eps)
        [min_samples] The number of neighbours (min samples)
        [min_size] The smallest segment (min size)
       *[other] The number of starts
    } is { $value }, and this table has only { $rows } customers. Choose a smaller one.
too_large = { $path } is larger than { $most } MB, and no recipe is. Choose the Recipe.json of an export.
