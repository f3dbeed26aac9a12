# The How many tab: four advisers on the number of segments, and the choice.

title_gap = ከአጋጣሚ በላይ (gap)
title_strength = ተደግሞ የተገኘ (prediction strength)
title_elbow = በውስጥ የቀረ ልዩነት (elbow)
title_silhouette = ተለይቶ መቆም (silhouette)
figure_gap = gap
figure_strength = የትንበያ ጥንካሬ
figure_elbow = በክፍሎች ውስጥ ያለ ልዩነት
figure_silhouette = የመለየት መጠን
segments_axis = ክፍሎች
says_gap =
    { $segments ->
        [0] መለየት አይቻልም።
        [1] ቡድኖች የሉም ይላል።
       *[other] { $segments } ይላል፦ ከዚህ የሚበልጥ ቁጥር ከስህተቱ በላይ አይጨምርም።
    } ከሁሉም ይበልጥ በዚህ ይመኑ፦ ቡድኖች የሉም ማለት የሚችለው እርሱ ብቻ ነው።
says_strength =
    { $segments ->
        [0] መለየት አይቻልም።
        [1] የደንበኞችዎ ሌላኛው ግማሽ የሚደግመው ነገር የለም ይላል።
       *[other] { $segments } ይላል፦ የደንበኞችዎ አንዱ ግማሽ በሌላው ውስጥ አሁንም የሚያገኘው ከፍተኛው ነው።
    } ጥሩ ሁለተኛ አስተያየት ነው፤ ጥንቁቅ ነው።
says_elbow =
    { $segments ->
        [0] መታጠፊያ አያይም።
       *[other] { $segments } ይላል፦ ኩርባው የሚታጠፍበት ነው።
    } ቡድኖች ባይኖሩም ይታጠፋል፦ ይመልከቱት እንጂ በእርሱ አይወስኑ።
says_silhouette =
    { $segments ->
        [0] መለየት አይቻልም።
       *[other] { $segments } ይላል፦ ከፍተኛው ነጥብ ነው።
    } ቡድን ኖረም አልኖረም ሁልጊዜ ቁጥር ይጠራል፦ ፍንጭ ብቻ ነው።
level = 0.8፦ በቂ
chosen = የተመረጠ

why =
    { $segments ->
        [1] ለምን አንድ ክፍል
       *[other] ለምን { $segments } ክፍሎች
    }
limits =
    { $least ->
        [one] ቢበዛ { $most } ክፍሎች ተፈልገዋል፣ ትንሹ ቢያንስ { $least } ደንበኛ ያለው፦ ከዚያ በላይ ዘመቻዎችን ማካሄድ ይከብዳል።
       *[other] ቢበዛ { $most } ክፍሎች ተፈልገዋል፣ ትንሹ ቢያንስ { $least } ደንበኞች ያሉት፦ ለበዙ ወይም ላነሱ ክፍሎች ዘመቻ ማካሄድ ይከብዳል።
    }
rows =
    { $rows ->
        [one] ከ{ $rows } ደንበኛ።
       *[other] { $rows } ደንበኞችን በማየት።
    }
in_view = አሁን የሚያዩት { $segments } ክፍሎችን ነው።
hint = እዚያ ለመክፈል ነጥብ ይጫኑ፤ በቁልፍ ሰሌዳ የቀስት ቁልፎችና Enter። ወርቃማው ምርጫው ነው፣ ቀለበቱ አሁን የሚያዩት ነው።
hint_some = በግራጫ ነጥቦች ላይ በዚህ ውጤት መክፈል አይቻልም።
figures = ሁሉም አሃዞች
table_name = አማካሪዎቹ ስለ እያንዳንዱ የክፍሎች ቁጥር የሚሉት
segments = ክፍሎች

not_asked = ለዚህ ውጤት ስንት ክፍሎች እንዳሉ ገና አልታየም።
ask = አሁን ይታይ
ask_says = ስንት ክፍሎች እንዳሉ ይታይ
again = እንደገና ሞክር
progress = { $stage } · { $share }

finds_itself = { $term } የክፍሎችን ቁጥር ራሱ ያገኛል፦ ክፍል ማለት ደንበኞች የሚሰበሰቡበት ቦታ ነው፣ ጥቂት ደንበኞች ባሉበት የቆመ ክፍል የለውም። { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    } አግኝቷል፣ ያለ ክፍል የቀረ፦ { $outliers ->
        [0] ማንም የለም
        [one] { $outliers } ደንበኛ
       *[other] { $outliers } ደንበኞች
    }።
finds_itself_change = ለሌላ ቁጥር በማዋቀር ገጽ ሌላ ዘዴ ይምረጡ ወይም ስብስቡ ምን ያህል የተጨናነቀ መሆን እንዳለበት ይቀይሩ።

save_says = ይህን ገበታ አስቀምጥ፦ { $title }
save_png = PNG ሥዕል
save_svg = SVG ሥዕል
save_csv = CSV ሠንጠረዥ

nearness_title = ስብስቦች የሚያበቁበት
nearness_share = የደንበኞች ድርሻ
nearness_distance = እስከ { $neighbours }ኛ ጎረቤት ያለ ርቀት
nearness_eps = { $eps }፦ በቂ ቅርበት (eps)
nearness_reading = እርስ በርሳቸው በ{ $eps } (eps) ውስጥ ያሉ ደንበኞች የአንድ ስብስብ ናቸው፦ { $share } ያን ያህል ቅርብ የሆኑ በቂ ጎረቤቶች አሏቸው። እርስዎ ካልመረጡት ርቀቱ የተወሰደው ኩርባው በድንገት መውጣት ከሚጀምርበት ነው።
