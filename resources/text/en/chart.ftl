# Words in charts, on screen and in saved pictures.

cannot_write = The picture couldn't be written to { $path }. Check that the folder exists, that the disk has room and that no other program has the file open, or save it under another name.
unknown_format = SegDesk can't make a “{ $suffix }” picture. Save it as PNG, SVG or PDF: end the file's name in .png, .svg or .pdf.

customers_word =
    { $customers ->
        [one] customer
       *[other] customers
    }
donut_title = How the customers are divided
bars_title = How large the segments are
dendrogram_title = Which customers belong together
dendrogram_axis = How different the joined customers are
dendrogram_caption = { $joins } The figures below the branches say how many customers each one holds.
joins_last = Last { $joins } joins of { $customers } customers.
joins_all =
    { $joins ->
        [one] The only join of { $customers } customers.
       *[other] All { $joins } joins of { $customers } customers.
    }
cut_label =
    { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    }

# Read out by a screen reader.
donut_name = Ring of segment sizes
bars_name = Bars of segment sizes
part_says = { $label }: { $figure } ({ $share })

# Curves: a figure with its standard error; a point read out or shown in a tool tip.
plus_minus = { $value } ± { $error }
curve_point = { $x_label } { $x }: { $y_label } { $y }

# Customers whom a density method left without a segment.
no_segment = No segment
size_ratio = Largest to smallest segment: { $ratio } to 1

segment_word = Segment
customers_heading = Customers
share_word = Share
column_word = Column
all_customers = All customers

profile_title = What sets each segment apart
profile_hint = most telling columns first · above / below the average customer · numbers are medians
radar_title = Each segment's shape
radar_note = The bold ring is the middle customer; on the outer ring everybody else has less.
parallel_title = Segments from column to column
parallel_note = Lines join the medians; bands hold the middle half of each segment. Heights are ranks among all customers.
spread_title = { $column } in each segment
spread_note = Box: the middle half, with the median. Line: from the 5th to the 95th of 100 customers.
stack_note = Shares of each segment's customers.
middle_customer = everybody's median
rest_levels = all others

cell_measure =
    { $direction ->
        [same] { $segment }: { $column } { $value }, as all customers
        [up] { $segment }: { $column } { $value } against { $overall }, { $effect } standard deviations above average
       *[down] { $segment }: { $column } { $value } against { $overall }, { $effect } standard deviations below average
    }
cell_unknown = { $segment }: { $column } isn't known
cell_level = { $segment }: { $column } most often { $level }, { $share } against { $overall } of all customers
spread_says = { $segment }: half between { $p25 } and { $p75 }, median { $p50 }; nine in ten between { $p5 } and { $p95 }
percentile_5 = 5th percentile
percentile_95 = 95th percentile
row_word = Row
median_word = Median
quartile_low = Lower quartile
quartile_high = Upper quartile

map_title = Map of customers
map_axis = Direction { $number } · { $share } of the differences
map_axis_short = Direction { $number } · { $share }
map_axis_spread = Spread out to be seen
map_all = All { $customers } customers, each a dot: near ones are alike.
map_density = All { $customers } customers: the fuller a colour, the more of them stand there.
map_sample = { $shown } of { $customers } customers, every segment in proportion; near ones are alike.

radar_says = { $segment }: { $values } of all customers lie below
stack_says = { $segment }: { $shares }
