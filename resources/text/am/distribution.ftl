# The Distribution tab.

segment = ክፍል
customers = ደንበኞች
share = ድርሻ
table_name = ክፍሎች ከነመጠናቸው
save_png = በPNG
save_svg = በSVG
save_donut_png_says = ቀለበቱን በPNG ሥዕል አስቀምጥ
save_donut_svg_says = ቀለበቱን በSVG ሥዕል አስቀምጥ
save_bars_png_says = አሞሌዎቹን በPNG ሥዕል አስቀምጥ
save_bars_svg_says = አሞሌዎቹን በSVG ሥዕል አስቀምጥ
colours_repeat =
    { $last ->
        [11] ክፍል 11 በቀለበት ምልክት ተደርጎበታል።
       *[other] ከ{ $first } እስከ { $last } ያሉት ክፍሎች በቀለበት ምልክት ተደርጎባቸዋል።
    }
