# The data quality page: what each column holds, and how the measures go together.

pages = What to show of the file
page_columns = Columns
page_quality = Data quality
waiting = Looking through the columns …
again = Try again

callouts = What to know about this file
strongest = The strongest link: { $pair }.
show = Show
show_says = Show how the measures go together
nothing_odd = Nothing odd was found: no constants, no near copies, no repeated rows, no personal data.
personal =
    { $count ->
        [one] Personal data stays out of the sums: { $columns }. Its values aren't shown here.
       *[other] Personal data stays out of the sums: { $columns }. Their values aren't shown here.
    }
empty =
    { $count ->
        [one] { $columns } has no values at all.
       *[other] These columns have no values at all: { $columns }.
    }
constant =
    { $count ->
        [one] { $columns } is the same for (nearly) every customer, so it tells nobody apart.
       *[other] These columns are the same for (nearly) every customer, so they tell nobody apart: { $columns }.
    }
constant_column = { $column } ({ $share })
copies =
    { $count ->
        [one] One column says nearly the same as another: { $pairs }. Only one of the two should make segments.
       *[other] Some columns say nearly the same as others: { $pairs }. Only one of each two should make segments.
    }
copy_pair = { $copy } ≈ { $original }
and_more = { $list } and { $count } more
duplicates =
    { $count ->
        [one] One row repeats an earlier row in every column.
       *[other] { $count } rows repeat an earlier row in every column.
    }

table = Data quality of each column
table_hint = Click a heading to sort, or press Enter in a column.
head_name = Column
head_type = Type
head_shape = Distribution
head_missing = Missing
head_distinct = Distinct
head_outliers = Outliers
head_skew = Shape
head_range = Lowest – highest

kind_number = number
kind_text = text
kind_date = date
type_says = { $column }: { $kind }, used as { $role }

hidden_personal = personal, not shown
hidden = not shown
hidden_says = { $column }: the values tell one customer from another, so they aren't shown
no_values = no values
levels_say = { $column }: { $levels }
level_share = { $level } { $share }
others = others
spread_says = { $column }: lowest { $minimum }, a quarter below { $lower }, half below { $median }, three quarters below { $upper }, highest { $maximum }
distinct_says =
    { $count ->
        [one] { $column }: 1 different value
       *[other] { $column }: { $count } different values
    }
outliers_say =
    { $count ->
        [0] { $column }: no value lies far outside
        [one] { $column }: 1 value lies far outside, more than 3 interquartile ranges beyond the middle half (Tukey's outer fences)
       *[other] { $column }: { $count } values lie far outside, more than 3 interquartile ranges beyond the middle half (Tukey's outer fences)
    }
outliers_say_log =
    { $count ->
        [0] { $column }: no value lies far outside, measured on a log scale because of the long tail
        [one] { $column }: 1 value lies far outside on a log scale, more than 3 interquartile ranges beyond the middle half (Tukey's outer fences)
       *[other] { $column }: { $count } values lie far outside on a log scale, more than 3 interquartile ranges beyond the middle half (Tukey's outer fences)
    }
outliers_unknown = { $column }: half of the values are the same, so nothing can be called far outside
skew_even = even
skew_tail_high = tail to high
skew_tail_low = tail to low
skew_long_high = long tail
skew_long_low = long low tail
skew_says = { $column }: { $words }, skewness { $skew }

together = How the measures go together
together_name = Picture of how the measures go together
together_hint = Arrow keys or the pointer pick two measures.
together_none = There are fewer than two measures, so there is nothing to compare.
together_caption =
    { $logged ->
        [0] Pearson's r over the customers who have both values.
       *[other] Pearson's r over the customers who have both values; long-tailed measures on a log scale.
    }
together_capped = Of { $total } measures, the { $shown } with the strongest links are shown.
legend_opposite = −1 opposite ways
legend_together = together 1
pairs = Pairs of measures, the strongest first
pair = Measures
first = Measure
second = Other measure
how = How
figure = r
pair_names = { $first } · { $second }
pair_says = { $first } and { $second }: { $how } ({ $figure })
matrix_says = { $count } measures. The strongest: { $pairs }
how_unknown = can't be told
how_none = hardly at all
how_slight_up = slightly together
how_slight_down = slightly opposite
how_some_up = somewhat together
how_some_down = somewhat opposite
how_strong_up = strongly together
how_strong_down = strongly opposite
how_copy_up = nearly the same
how_copy_down = nearly mirrored
save_png = PNG
save_svg = SVG
save_csv = CSV
save_png_says = Save this picture as PNG
save_svg_says = Save this picture as SVG
save_csv_says = Save the figures of this picture as CSV
