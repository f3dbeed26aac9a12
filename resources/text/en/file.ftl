# Why a file can't be read as a table, and what to do.

missing = There is no file “{ $name }”. Check its name and folder (it may have been moved or renamed), then choose it again.
folder = “{ $name }” is a folder. Choose one file inside it.
no_permission = SegDesk isn't allowed to read “{ $name }”. Close it in other programs, or copy it to your own documents and choose the copy.
unreadable = “{ $name }” couldn't be read from the disk. Check that the disk or stick is still connected, then try again.
empty = “{ $name }” is empty. Export it again from your till or shop system.
changed = “{ $name }” changed or vanished while it was being read. Wait until the other program has saved it, then choose it again.
password = “{ $name }” is protected by a password. Open it in Excel or LibreOffice, save a copy without the password, and choose the copy.
broken_spreadsheet = The spreadsheet “{ $name }” is damaged and can't be read. Open it in Excel or LibreOffice and save it again, or save it as CSV.
empty_spreadsheet = The spreadsheet “{ $name }” holds no table. Check whether this is the right file.
no_such_sheet = “{ $name }” has no sheet “{ $sheet }”. Choose one of these: { $sheets }.
too_large_sheet = The sheet in “{ $name }” has { $rows } rows and { $columns } columns, more than SegDesk can hold. Save the columns you need as CSV and choose that file.
no_such_row = “{ $name }” has no row { $row } that could hold the headings: it ends at row { $rows }. Choose a row further up.
bad_separator = “{ $separator }” can't separate or quote the columns of “{ $name }”. Choose a single character, such as a comma, semicolon or tab.
unknown_encoding = SegDesk doesn't know the encoding “{ $encoding }” chosen for “{ $name }”. Choose another, such as utf-8 or cp1252.
archive = “{ $name }” is a packed (zip) file. Unpack it first and choose the table inside.
binary = “{ $name }” doesn't hold text, so it can't be a table. SegDesk reads CSV files and spreadsheets (xlsx, xls, xlsb, ods).
one_column = SegDesk found only one column in “{ $name }”. Save it with commas, semicolons, tabs or | between the columns, and one row for each customer.
ragged = The lines of “{ $name }” don't have the same number of fields ({ $rows } of { $total } lines differ), so they aren't rows of one table. It may be a list of shopping baskets, or several tables in one file. SegDesk needs one row for each customer, with the same columns in every row.
only_header =
    “{ $name }” has { $columns ->
        [one] a heading
       *[other] { $columns } headings
    } but no rows below. Export it again with the customers in it.
too_few_rows =
    “{ $name }” has { $rows ->
        [0] no customers
        [one] only one customer
       *[other] only { $rows } customers
    }. Segments need at least two, and make sense from about a hundred: export more customers.
too_many_columns = “{ $name }” has { $columns } columns, and SegDesk can hold { $most }. Export fewer columns, or check whether rows and columns were swapped.
unreadable_rows = The rows of “{ $name }” can't be told apart, probably because a quotation mark (") isn't closed. Save the file as CSV again from your spreadsheet program.
