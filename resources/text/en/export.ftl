# Writing files for the user.

cannot_write = SegDesk could not write { $path }. If it is open in another program, close it; or choose another folder.
all_customers = All customers.csv
without_segment = Without a segment
recipe_file = Recipe.json
chart_dendrogram = Tree
chart_donut = Shares
chart_bars = Sizes
chart_map = Map of customers
picture = SegDesk chart

file_open = { $path } is open in another program, such as Excel. Close it and try again, or save under the name “{ $free }”.
too_many_rows = One list has { $customers } customers, and a sheet of a workbook has room for { $most }. Export the lists as CSV files, or make more segments.
workbook = Customers.xlsx
book_summary = Summary
book_title = Customer lists by segment
book_file = File
book_run = Run
book_number = No.
book_segment = Segment
book_customers = Customers
book_share = Share
book_listed = On the sheet
book_left_out = Left out
book_sheet = Sheet
book_total = All customers
book_total_part = These segments
book_opt_out = Customers who asked not to be contacted are left out of the lists.
opted_out =
    { $customers ->
        [one] 1 customer asked not to be contacted ({ $columns }) and is left out of the segments' lists.
       *[other] { $customers } customers asked not to be contacted ({ $columns }) and are left out of the segments' lists.
    }
opted_out_kept =
    { $customers ->
        [one] 1 customer on the lists asked not to be contacted ({ $columns }).
       *[other] { $customers } customers on the lists asked not to be contacted ({ $columns }).
    }
