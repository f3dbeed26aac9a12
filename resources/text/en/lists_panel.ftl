# The page where customer lists are chosen and saved.

title = Customer lists
intro = One list for each segment, for the shop, the call team or the mailing. They go into a folder you choose.
back = Back
segments = Of which segments
use = List { $name }, { $customers } customers
columns = With which columns
format = For which program
format_csv = CSV files
format_csv_line = One file for each segment. Excel and every mailing program open them.
format_xlsx = Excel workbook
format_xlsx_line = One sheet for each segment and a summary. Numbers and dates stay numbers and dates.
opt_out = Leave out who asked not to be contacted
everybody = Add a list of everybody, also of those who asked not to be contacted
about = Each customer’s segment and its name stand in the last two columns.
sum =
    { $lists ->
        [one] One list
       *[other] { $lists } lists
    } of { $customers ->
        [one] 1 customer
       *[other] { $customers } customers
    } with { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }
no_segment = Choose a segment.
no_column = Choose a column.
save = Save the lists…
