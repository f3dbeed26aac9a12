# The Distribution tab.

segment = Segment
customers = Customers
share = Share
table_name = Segments with their sizes
save_png = PNG
save_svg = SVG
save_donut_png_says = Save the ring as a PNG picture
save_donut_svg_says = Save the ring as an SVG picture
save_bars_png_says = Save the bars as a PNG picture
save_bars_svg_says = Save the bars as an SVG picture
colours_repeat =
    { $last ->
        [11] A ring marks segment 11.
       *[other] Rings mark segments { $first } to { $last }.
    }
