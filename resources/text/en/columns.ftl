# The columns of the file that was read.

about =
    { $rows ->
        [one] 1 customer
       *[other] { $rows } customers
    } · { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }
back = Back to your files
show_rows = Show the rows
table = Columns of the file
preview = The first rows of the file

head_name = Column
head_role = Used as
head_values = Values
head_example = For example
head_missing = Missing
head_note = Note

role_of = What { $column } is used as
role_says = { $column } is used as { $role }
counts_say = How often the values of { $column } occur, from left to right: { $counts }
missing_says =
    { $missing ->
        [0] No value is missing
        [one] 1 of { $rows } values is missing
       *[other] { $missing } of { $rows } values are missing
    }
hardly = < 0.1%
your_choice = your choice
undo = Undo
undo_says = { $note }. Press Enter to go back to { $role }

about_measure = An amount, a count or a score. Customers with close values are alike.
about_category = A word or code for each customer. Customers with the same one are alike.
about_date = A day. It tells about segments, it doesn’t make them.
about_identifier = A number or name of one customer. It never makes segments.
about_text = Free words. They don’t make segments.
about_describe = Shown in the profiles of segments, not used to make them.
about_ignored = Not used and not shown.

receipt = Import receipt
receipt_lines = Lines in the file
receipt_rows = Rows read
receipt_in_lines =
    { $count ->
        [one] In line { $lines } of the file
       *[other] In lines { $lines } of the file
    }
receipt_duplicates = Repeated rows (kept)
receipt_first_date = First date
receipt_last_date = Last date
receipt_total = Total { $column }
receipt_columns = Columns
receipt_used = Used for segments
receipt_missing = Missing cells
notes = What we did, and why
no_notes = The file was read as it is. Nothing had to be mended.
continue = Continue
none_used = No column is used yet, so there is nothing to compare customers by. Use at least one as a measure or a category.
