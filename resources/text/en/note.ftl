# What was noticed, mended or decided while reading a file and preparing its columns.

nul_bytes =
    { $count ->
        [one] One unreadable character (NUL) was
       *[other] { $count } unreadable characters (NUL) were
    } left out.
broken_letters =
    { $count ->
        [one] One letter
       *[other] { $count } letters
    } couldn't be read and became �. Check names with accents.
old_encoding = The file isn't in UTF-8, so it was read as { $encoding }. Check names with accents or other scripts.
title_lines =
    { $count ->
        [one] One line
       *[other] { $count } lines
    } above the headings left out.
no_header = The first line looks like a customer, not like headings, so the { $columns } columns are named column_1, column_2 …
blank_headers =
    { $count ->
        [one] One column without a heading is now called: { $names }.
       *[other] { $count } columns without a heading are now called: { $names }.
    }
repeated_headers =
    { $count ->
        [one] One heading came twice. The second is now called: { $names }.
       *[other] { $count } headings came more than once. The later ones are now called: { $names }.
    }
total_row =
    { $count ->
        [one] The last line is a total, not a customer, and was
       *[other] { $count } lines of totals below the customers were
    } left out.
footnotes =
    { $count ->
        [one] One line of remarks
       *[other] { $count } lines of remarks
    } below the table left out.
repeated_header_lines =
    { $count ->
        [one] One line that repeats the headings
       *[other] { $count } lines that repeat the headings
    } left out.
second_table =
    A second table starts in line { $line } of the file. Its { $count ->
        [one] line was
       *[other] { $count } lines were
    } left out: save it as a file of its own if you need it.
mended_rows =
    { $count ->
        [one] One row with a stray quotation mark or separator was
       *[other] { $count } rows with a stray quotation mark or separator were
    } put right by comparing with the others, first in line { $lines } of the file. Check them.
counted_dates = Numbers were read as dates: { $example }. Columns: { $columns }.
ragged_rows =
    { $count ->
        [one] One row has
       *[other] { $count } rows have
    } too few or too many fields ({ $short } too few, { $long } too many), first in these lines of the file: { $lines }. Missing fields are blank, surplus ones left out.
blank_rows =
    { $count ->
        [one] One blank row
       *[other] { $count } blank rows
    } left out.
empty_columns =
    { $count ->
        [one] One empty column
       *[other] { $count } empty columns
    } without a heading left out.
quotes_ignored = Quotation marks don't come in pairs in this file, so they were read as ordinary letters.
decimal_comma = The comma was read as the decimal mark: { $example }. Columns: { $columns }.
thousands = Separators between thousands were taken out: { $example }. Columns: { $columns }.
ambiguous_numbers = These numbers can be read in two ways. They were read like this: { $example }. Check the columns: { $columns }.
unit_removed = “{ $unit }” was taken off the numbers of “{ $column }”.
not_numbers =
    In “{ $column }” { $count ->
        [one] one value isn't a number and counts
       *[other] { $count } values aren't numbers and count
    } as blank: { $values }.
ambiguous_dates = Day and month can't be told apart, so the day was taken to come first. Check the columns: { $columns }.
short_years = The years of “{ $column }” have two digits and were read as { $first } to { $last }.
bad_dates =
    In “{ $column }” { $count ->
        [one] one value isn't a date and counts
       *[other] { $count } values aren't dates and count
    } as blank: { $values }.
filled_median =
    { $count ->
        [one] One blank
       *[other] { $count } blanks
    } in “{ $column }” filled with the middle value (median), { $value }.
filled_commonest =
    { $count ->
        [one] One blank
       *[other] { $count } blanks
    } in “{ $column }” filled with the commonest value, { $value }.
no_values = “{ $column }” has no values, so it tells no customers apart.
same_customers = In the columns used there are only { $kinds } kinds of customers, so { $segments } segments part customers who are alike. Choose at most { $kinds } segments.
joined_levels = The { $kept } commonest values of “{ $column }” are used, the { $joined } others count as one.
standardised_categories = Categories are standardised too, so segments tend to follow the rarest values. The balanced way of comparing avoids that.
pca_fewer = { $asked } directions were asked for, but there are only { $used }.
mixture_sample = { $rows } customers are many, so the segments' shapes were taken from a sample of { $sample }. Everybody was placed.
density_sample = { $rows } customers are many, so crowds were looked for in a sample of { $sample }. Everybody else went with their nearest neighbours.
half_memory = To fit into memory, the distances between { $rows } customers were held to seven digits. Where two distances are that near to each other, customers may have been joined in another order.
sample_agrees = Checked with { $held } customers outside the sample: { $percent } of 100 are in the same segment as when the method looks at these alone.
sample_differs = Checked with { $held } customers outside the sample: only { $percent } of 100 are in the same segment as when the method looks at these alone. Take the segments as a rough picture, or choose Ward or k-means, which look at everybody.
not_converged = The method hadn't settled for { $segments } segments, so its result may still change. Use more starts, or another method.
fewer_segments = { $segments } segments can't be had from this method: some would stay empty.
short_sweep = Finding every number of segments would have taken long, so only these were found: { $segments }.
found_count = This method finds the number of segments itself: { $found }, not { $asked } as asked.
largest_segments = { $found } crowds were found. The { $most } largest are the segments, and customers of smaller ones have none.
eps_knee = Neighbours are customers within a distance of { $eps }: from there on, distances to the nearest { $neighbours } rise sharply.
eps_without_knee = Neighbours are customers within a distance of { $eps }: nine in ten have their nearest { $neighbours } within it. Nowhere do the distances rise sharply.
