# The Profiles tab, and what the cards with pictures share.

waiting = Describing the segments…
view_says = What to show
view_heatmap = Heatmap and shapes
view_column = Any column
view_parallel = Lines
first = most telling columns first ·
above = above
below = below
between = /
rest = the average customer · numbers are medians
column_says = Which column to show in each segment
column_share = { $share } of its differences lie between segments
no_radar = Shapes need three measures or more; this run has fewer. The heatmap above shows all columns.
no_parallel = Lines need two measures or more; this run has fewer. See any single column under “Any column”.
no_columns = No column of this run varies, so there is nothing to compare.

table = Table
table_says = Show the figures of this picture as a table
save = Save
save_says = Save this picture, or its figures
save_png = Picture (PNG)
save_svg = Picture to edit (SVG)
save_pdf = Picture to print (PDF)
save_csv = Figures (CSV)

picked =
    { $count ->
        [one] 1 customer picked out
       *[other] { $count } customers picked out
    }
picked_says = Pick nobody out any more (Esc)
