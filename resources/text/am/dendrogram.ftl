# The Dendrogram tab.

hint = ከፍታ = የልዩነት መጠን · ለመክፈል መስመሩን ይጎትቱ
caption = { $joins } በውስጡ ማን እንዳለ ለማየት ጠቋሚውን በቅርንጫፍ ላይ ያሳርፉ።
fit = ሁሉንም አሳይ
fit_says = ሙሉውን ዛፍ አሳይ
save_png = በPNG
save_svg = በSVG
save_png_says = ዛፉን በPNG ሥዕል አስቀምጥ
save_svg_says = ዛፉን በSVG ሥዕል አስቀምጥ
keep = ይህን አከፋፈል ያዝ
keep_says = ይህን የክፍሎች ቁጥር እንደ አዲስ ውጤት አስቀምጥ
back = ወደ { $segments } ተመለስ
back_says =
    { $segments ->
        [one] ውጤቱ ወደተቀመጠበት { $segments } ክፍል ተመለስ
       *[other] ውጤቱ ወደተቀመጠባቸው { $segments } ክፍሎች ተመለስ
    }
elsewhere = በሌላ ቦታ ቢከፍሉ
segments = ክፍሎች
silhouette = የመለየት መጠን
smallest = ትንሹ
pill = ↕ { $cut }

plot_name = የደንበኞች ዛፍ
plot_says = { $joins } ወደ { $segments } ክፍሎች ተከፍሏል፦ { $parts }። ወደ ላይ ቀስት ክፍሎችን ያጣምራል፣ ወደ ታች ቀስት አንዱን ይከፍላል፤ + እና − ቁጥራቸውን ይቀይራሉ፤ Page Up እና Page Down ያጎላሉና ያሳንሳሉ፣ የግራና የቀኝ ቀስቶች ያንቀሳቅሳሉ፣ Home ሁሉንም ያሳያል።

tip_customers =
    { $customers ->
        [one] { $customers } ደንበኛ
       *[other] { $customers } ደንበኞች
    }
tip_segment = በ“{ $segment }” ውስጥ
tip_segments = { $segments } ክፍሎችን ያጣምራል፦ { $names }
tip_rows = ለምሳሌ { $rows }
tip_row = ረድፍ { $row }
