# The Results step: header, tabs, export.

run_line = { $method } ({ $term }) · { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    } · { $when }
view_only = ለእይታ ብቻ፣ አልተቀመጠም
view_only_tip = ውጤቱ የተቀመጠው በ{ $saved } ክፍሎች ነው። ይህን አከፋፈል ራሱን የቻለ ውጤት አድርገው ለማስቀመጥ “ይህን አከፋፈል ያዝ” የሚለውን ይጫኑ።
keep = ይህን አከፋፈል ያዝ
tab_overview = አጠቃላይ እይታ
tab_how_many = ስንት ክፍሎች
tab_distribution = ስርጭት
tab_profiles = መገለጫዎች
tab_map = የደንበኞች ካርታ
tab_dendrogram = ዛፍ
tab_customers = ደንበኞች
export = አውጣ
export_lists = የደንበኞች ዝርዝሮች…
export_report = ሪፖርት…
export_charts_png = ገበታዎች (PNG)
export_charts_svg = ገበታዎች (SVG)
export_recipe = አሠራር (JSON)
export_all = ሁሉንም ወደ አንድ አቃፊ
export_till_card = የገንዘብ ተቀባይ ካርድ (PDF)
row = ረድፍ { $number }
compare = ዘዴዎችን አወዳድር
next = ቀጥሎ ምን
next_newcomers = አዲስ ደንበኞችን መድብ…
next_months = ከሚቀጥለው ወር ጋር አወዳድር…
next_recipes = አሠራሩን አስቀምጥ፣ ወይም በሌላ አሠራር ሥራ…
next_campaign = ዘመቻ አቅድ…
next_uplift = ዘመቻ ያመጣውን ተመልከት…
