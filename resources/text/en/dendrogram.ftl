# The Dendrogram tab.

hint = height = how different · drag the line to cut
caption = { $joins } Hover a branch to see who is in it.
fit = Show all
fit_says = Show the whole tree
save_png = PNG
save_svg = SVG
save_png_says = Save the tree as a PNG picture
save_svg_says = Save the tree as an SVG picture
keep = Keep this cut
keep_says = Save this number of segments as a run of its own
back = Back to { $segments }
back_says =
    { $segments ->
        [one] Back to the 1 segment that the run was saved with
       *[other] Back to the { $segments } segments that the run was saved with
    }
elsewhere = If you cut elsewhere
segments = Segments
silhouette = Silhouette
smallest = Smallest
pill = ↕ { $cut }

plot_name = Tree of customers
plot_says = { $joins } Cut into { $segments } segments: { $parts }. Arrow up joins segments, arrow down splits one; plus and minus change their number; page up and page down zoom, left and right move, Home shows all.

tip_customers =
    { $customers ->
        [one] 1 customer
       *[other] { $customers } customers
    }
tip_segment = In “{ $segment }”
tip_segments = Joins { $segments } segments: { $names }
tip_rows = Such as { $rows }
tip_row = row { $row }
