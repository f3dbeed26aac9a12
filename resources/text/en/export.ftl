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
