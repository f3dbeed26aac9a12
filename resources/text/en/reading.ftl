# How a file was read, on the columns panel.

title = How the file was read
guessed = guessed
examples = for example { $examples }
field_encoding = Letters
field_delimiter = Between columns
field_decimal = Decimal mark
field_thousands = Between thousands
field_dayfirst = Dates
field_header_row = Headings
field_sheet = Sheet
dayfirst = day first
monthfirst = month first
header_row = in row { $row }
no_header = none
nothing = nothing
mark_comma = comma ,
mark_semicolon = semicolon ;
mark_tab = tab
mark_bar = bar |
mark_point = point .
mark_space = space
mark_apostrophe = apostrophe '
looks_like_sales = This file looks like sales, not customers: one line for each purchase.
make_customers = Make one row per customer
do_it = Do it
