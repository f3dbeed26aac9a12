# The report that is printed and handed on.

title = Customer segments
title_of = Customer segments · { $name }
subtitle = Who your customers are, how sure that is, and what to do.
unknown_format = SegDesk can't make a “{ $suffix }” report. End the file's name in .pdf or .html.
fact_file = File
fact_customers = Customers
fact_method = Method
fact_made = Made on
segments_by =
    { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    } · { $method }
not_checked = Not checked yet
not_checked_line = run the check, then print again
advice_unknown = It hasn't been checked yet whether these segments are real and would come back. Check that before you spend money on them.
shares_title = The segments
share_heading = of customers
sales_heading = of sales
customers =
    { $count ->
        [one] { $figure } customer
       *[other] { $figure } customers
    }
fewer_than = fewer than { $count }
sales_by = Share of sales by { $column }.
no_sales = No column says what customers spent, so shares of sales aren't known.
share_safe = Safe to share: no names, numbers or other personal data; what fewer than { $count } customers have in common isn't shown.
full = For internal use: this report shows single customers as they stand in the file.
small_segment = Segment { $number } (too small to describe)
small_note = Fewer than { $count } customers: what they have in common isn't shown, so that nobody can be recognised.

who_title = Who they are
who_intro = One card for each segment, the largest first. Figures are medians, against all customers.
figure_customers =
    { $count ->
        [one] customer
       *[other] customers
    }
figure_share = of customers
figure_sales_share = of sales
figure_each = { $column } each
traits_title = What sets them apart
actions_title = What to do
typical_title = A typical customer

pictures_title = How they differ
pictures_intro = The columns that tell the segments apart most stand first.

how_title = How it was done
how_intro = Whoever repeats this with the same file and these choices gets the same segments.
file_rows =
    { $rows ->
        [one] { $name }, 1 row
       *[other] { $name }, { $rows } rows
    }
how_measures = Measures used
how_categories = Categories used
how_encoding = Made comparable
how_count = Number of segments
how_quality = How well they separate
them = them
how_pca = Summed up in
how_versions = Versions
seed = seed { $seed }
none = none
silhouette = silhouette { $value } ({ $band })
pca =
    { $directions ->
        [one] 1 direction with { $share } of the differences
       *[other] { $directions } directions with { $share } of the differences
    }
count_because = { $segments }. { $reason }
count_chosen = { $segments }, as asked for
receipt_title = The file's receipt
receipt_lines = Lines in the file
receipt_rows = Rows read
receipt_left_out = Left out
receipt_duplicates = Repeated rows (kept)
receipt_blanks = Blank cells
receipt_dates = Dates
receipt_total = Sum of { $column }

log_title = Decision log
log_intro = What SegDesk decided by itself, or you did. Each can be changed in the columns and the recipe.
log_empty = SegDesk decided nothing by itself.
log_reading = While reading the file
log_left_out = Columns left out of the sums
log_done = While preparing the columns
left_out_because = { $column }: { $reason }

till_title = Till card
till_of = Till card · { $name }
till_intro =
    { $questions ->
        [one] One question tells which segment a customer belongs to.
       *[other] At most { $questions } questions tell which segment a customer belongs to. Begin with question 1. Who can't or won't say counts as “no”.
    }
till_yes = Yes
till_no = No
ask_below = { $column } below { $limit }?
ask_level = { $column }: { $level }?
go_to = go on with { $number }
right_in = right for { $share }
till_agreement = Measured: the card names the segment of { $share } of customers rightly (95% interval { $low } to { $high }); always naming the largest segment would be right for { $chance }. Tried on customers it wasn't made from: { $customers } of them, in { $folds } parts.
till_found = { $name }: { $share } found
till_unsure = It is a rule of thumb for offers at the till, not a decision about a person.
because = because of { $trait }
written = The report is in { $path }
