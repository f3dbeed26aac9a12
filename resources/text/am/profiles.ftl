# The Profiles tab, and what the cards with pictures share.

waiting = ክፍሎቹን በመግለጽ ላይ…
view_says = ምን እንደሚታይ
view_heatmap = የቀለም ሠንጠረዥና ቅርጾች
view_column = ማንኛውም ዓምድ
view_parallel = መስመሮች
first = ይበልጥ ገላጭ ዓምዶች ቀድመው · ከአማካይ ደንበኛ
above = በላይ
below = በታች
between = /
rest = · ቁጥሮቹ መካከለኛ እሴቶች ናቸው
column_says = በእያንዳንዱ ክፍል የትኛው ዓምድ እንደሚታይ
column_share = ከልዩነቱ { $share } የሚገኘው በክፍሎች መካከል ነው
no_radar = ቅርጾች ቢያንስ ሦስት መጠኖች ያስፈልጓቸዋል፤ ይህ ውጤት ያነሱ አሉት። ከላይ ያለው የቀለም ሠንጠረዥ ሁሉንም ዓምዶች ያሳያል።
no_parallel = መስመሮች ቢያንስ ሁለት መጠኖች ያስፈልጓቸዋል፤ ይህ ውጤት ያነሱ አሉት። አንድን ዓምድ ለብቻው በ“ማንኛውም ዓምድ” ይመልከቱ።
no_columns = በዚህ ውጤት ውስጥ የሚለያይ ዓምድ ስለሌለ የሚወዳደር ነገር የለም።

table = ሠንጠረዥ
table_says = የዚህን ሥዕል አሃዞች በሠንጠረዥ አሳይ
save = አስቀምጥ
save_says = ይህን ሥዕል ወይም አሃዞቹን አስቀምጥ
save_png = ሥዕል (PNG)
save_svg = ለማስተካከል የሚሆን ሥዕል (SVG)
save_pdf = ለማተም የሚሆን ሥዕል (PDF)
save_csv = አሃዞች (CSV)

picked =
    { $count ->
        [one] { $count } ደንበኛ ተመርጧል
       *[other] { $count } ደንበኞች ተመርጠዋል
    }
picked_says = የተመረጡትን ሁሉ ተው (Esc)
