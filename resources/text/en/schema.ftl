# A new file held beside the one that a run was made from.

consent = Some columns look renamed or counted in something else: { $proposals }. If that is right, agree to it (--accept-mapping); otherwise say which column is which (--map) or the factor (--scale).
currency = “{ $column }” is in { $now } now and was in { $before }. Say by how much to multiply it: --scale "{ $column }=FACTOR".
no_such_column = There is no column “{ $name }” to be matched. Look at the names in the file and in the run, and try again.
no_columns = None of the columns that the segments are made from is there: { $columns }. Choose a file like the first one.
few_columns = { $count } of the { $used } columns that the segments are made from are missing: { $missing }. Choose a file that has more of them.
not_numbers = “{ $column }” holds words now where the segments need numbers. Correct the file, or say with --map which column is meant.
not_dates = “{ $column }” holds no dates now. Correct the file, or say with --map which column is meant.
renamed = “{ $new }” is taken for “{ $old }” (they are alike by { $score }).
same_word = “{ $new }” is “{ $old }”.
missing = “{ $column }” is missing.
added = “{ $column }” is new; the segments don't know it.
new_levels = “{ $column }” has values that are new, in { $count ->
        [one] one row
       *[other] { $count } rows
    }: { $levels }.
scale = “{ $column }” seems to count in something else: half of the customers were above { $before } and are now above { $now }. It is multiplied by { $factor }.
scaled = “{ $column }” is multiplied by { $factor }.
in_currency = “{ $column }” is in { $now }; it was in { $before }.
settled = { $what ->
        [dayfirst] Days and months are read in the same order as in the first file, since this one leaves it open.
        [decimal] The decimal mark is taken to be the first file's, since this one leaves it open.
       *[thousands] The mark between thousands is taken to be the first file's, since this one leaves it open.
    }
date_order = Dates in this file stand { $order ->
        [day] day first
       *[month] month first
    }, in the first file the other way round. They are read as this file has them.
