# The verdict: are the segments real, and would they come back? Read by the window and the command line.

real_question = እውነተኛ ናቸው?
back_question = ይደገማሉ?

reality_natural = ተፈጥሯዊ ቡድኖች
reality_slices = ጠቃሚ ቁርጥራጮች
reality_nothing = የሚያዝ ነገር የለም
line_natural = ከአጋጣሚ ጎልቶ ይታያል፣ { $p }
line_slices = ያልተቋረጠ ስርጭት፣ { $p }
line_nothing = ከአጋጣሚ አይበልጥም፣ { $p }
p_is = p = { $value }
p_below = p ከ{ $least } በታች
p_unknown = p አይታወቅም
means_natural = ደንበኞችዎ በእርግጥ በተለያዩ ቡድኖች ይከፈላሉ፦ አጋጣሚ ብቻውን እንዲህ የተለያዩ ክፍሎችን እምብዛም አይፈጥርም።
means_slices = ደንበኞችዎ ያልተቋረጠ ስርጭት እንጂ የተለያዩ ቡድኖች አይደሉም። ሆኖም ወደ ቁርጥራጮች መክፈል ይችላሉ፦ ይህ ምርጫ እንጂ ግኝት አይደለም።
means_slices_of = ደንበኞችዎ ያልተቋረጠ ስርጭት እንጂ የተለያዩ ቡድኖች አይደሉም። ሆኖም ወደ { $segments } ቁርጥራጮች መክፈል ይችላሉ፦ ይህ ምርጫ እንጂ ግኝት አይደለም።
means_nothing = በእነዚህ ዓምዶች ውስጥ ደንበኞችን አንድ ላይ የሚይዝ ነገር የለም። በእነዚህ ክፍሎች ላይ ተመሥርተው ከመሥራትዎ በፊት ሌሎች ዓምዶችን ይምረጡ።

stability_solid = ጠንካራ
stability_usable = የሚያገለግል
stability_fuzzy = ድንበሩ የደበዘዘ
stability_unstable = አይመኩበት
stability_means_solid = ተመሳሳይ ዓይነት ሌሎች ደንበኞች ቢሆኑም ይህ ክፍል እንዳለ ማለት ይቻላል ተመልሶ ይመጣል።
stability_means_usable = ተመሳሳይ ዓይነት ሌሎች ደንበኞች ቢሆኑ የዚህ ክፍል አብዛኛው ተመልሶ ይመጣል።
stability_means_fuzzy = የዚህ ክፍል እምብርት ይደገማል፤ ጠርዙ ግን አይደገምም። በነጠላ ደንበኞች ላይ አይመኩ።
stability_means_unstable = ደንበኞቹ ትንሽ ቢለዩ ይህ ክፍል ይፈርሳል። በእርሱ ላይ ተመሥርተው አይሥሩ።
all_solid = ሁሉም ጠንካራ ናቸው
all_usable = ሁሉም የሚያገለግሉ ናቸው
all_fuzzy = ሁሉም ድንበራቸው የደበዘዘ ነው
all_unstable = አንዳቸውም አይደገሙም
all_firm = ጠንካራ ወይም የሚያገለግሉ
all_weak = ቢበዛ ድንበራቸው የደበዘዘ
one_fuzzy = { $most }፣ አንዱ ድንበሩ የደበዘዘ
one_unstable = { $most }፣ አንዱ አይደገምም
some_firm = ከ{ $all } ውስጥ { $firm } ይደገማሉ
repeats =
    { $repeats ->
        [one] በ{ $repeats } ድግግሞሽ፦ { $figures }
       *[other] በ{ $repeats } ድግግሞሾች፦ { $figures }
    }
repeats_range =
    { $repeats ->
        [one] በ{ $repeats } ድግግሞሽ፦ ከ{ $low } እስከ { $high }
       *[other] በ{ $repeats } ድግግሞሾች፦ ከ{ $low } እስከ { $high }
    }

act_on_all =
    { $segments ->
        [2] በሁለቱም ክፍሎች ላይ ተመሥርተው መሥራት ይችላሉ።
       *[other] በ{ $segments }ቱም ክፍሎች ላይ ተመሥርተው መሥራት ይችላሉ።
    }
act_on_none = በነጠላ ክፍሎች ላይ ተመሥርተው አይሥሩ፦ ደንበኞቹ ትንሽ ቢለዩ ውጤቱ ይለወጣል።
act_on_first =
    { $segments ->
        [1] በመጀመሪያው ክፍል ላይ ብቻ ተመሥርተው ይሥሩ።
       *[other] በመጀመሪያዎቹ { $segments } ክፍሎች ላይ ብቻ ተመሥርተው ይሥሩ።
    }
act_on_one = በ{ $name } ላይ ብቻ ተመሥርተው ይሥሩ።
act_on_all_but = ከ{ $name } በስተቀር በሁሉም ክፍሎች ላይ ተመሥርተው ይሥሩ።
act_on_some = በክፍል { $numbers } እና { $last } ላይ ተመሥርተው ይሥሩ።
overlap =
    { $customers ->
        [one] { $one } እና { $other } ይደራረባሉ፦ { $customers } ደንበኛ በመካከላቸው አለ።
       *[other] { $one } እና { $other } ይደራረባሉ፦ { $customers } ደንበኞች በመካከላቸው አሉ።
    }
borderline =
    { $customers ->
        [one] { $customers } ደንበኛ በሁለት ክፍሎች መካከል አለ።
       *[other] { $customers } ደንበኞች በሁለት ክፍሎች መካከል አሉ።
    }
dominance = ያለ { $column } { $share } ክፍላቸውን ይቀይራሉ።
above_chance = ከአጋጣሚ በ{ $difference } ይበልጣል

# The strip at the top of the results.
strip = በእነዚህ ክፍሎች ላይ የተሰጠ ፍርድ
not_checked = ገና አልተመረመረም
waiting = በመጠባበቅ ላይ
checking = በመመርመር ላይ …
offer = SegDesk እነዚህ ክፍሎች ከአጋጣሚ የሚበልጡ መሆናቸውንና በሌሎች ደንበኞች ይደገሙ እንደሆነ መመርመር ይችላል። እስከዚያው ሥራዎን መቀጠል ይችላሉ።
offer_repeats = በዚህ የክፍሎች ቁጥር ይደገሙ እንደሆነ ገና አልተመረመረም።
check = መርምር
check_says = እነዚህ ክፍሎች እውነተኛ መሆናቸውንና ይደገሙ እንደሆነ መርምር
again = እንደገና ሞክር
again_says = እነዚህን ክፍሎች እንደገና መርምር
cancel = ተው
cancel_says = መመርመሩን አቁም፤ ውጤቶቹ ይቆያሉ
details = SegDesk ወደዚህ ፍርድ እንዴት እንደደረሰ
progress = { $stage } · { $share }
dial_real = ሦስት ደረጃዎች፦ የሚያዝ ነገር የለም፣ ጠቃሚ ቁርጥራጮች፣ ተፈጥሯዊ ቡድኖች። አሁን ያለው { $title } ላይ ነው፦ { $line }።
dial_back = በአማካይ ክፍሎቹ በድግግሞሾቹ { $share } ተመሳሳይ ነበሩ። { $title }፣ { $line }።
dial_unknown = ገና አይታወቅም።

# The details below.
details_columns = አንድ ዓምድ ሁሉንም ይወስናል?
test_dip = ደንበኞች በዋናው አቅጣጫ ወደ ክምሮች ይከፈላሉ? (የdip ፈተና)
test_silhouette = ክፍሎቹ አጋጣሚ ከሚያደርጋቸው በላይ ይለያያሉ? (silhouette ከcopula ጋር)
test_gap = የgap ስታቲስቲክስ ስንት ቡድኖችን ያያል?
gap_none = ምንም
silhouette_row = የዚህ አከፋፈል የመለየት መጠን (silhouette)
silhouette_figure = { $silhouette }፣ በአጋጣሚ { $chance }፦ { $above }
rows_row = የታዩ ደንበኞች
repeats_row = ድግግሞሾች፣ እያንዳንዱ ከእርስዎ ደንበኞች በተወሰዱ ሌሎች ደንበኞች
borderline_row = በሁለት ክፍሎች መካከል ያሉ ደንበኞች
not_known = –
segment = ክፍል
stability = አስተማማኝነት
alike = በድግግሞሾቹ
columns_lead = አንድ ዓምድ ሲተው ክፍላቸውን የሚቀይሩ ደንበኞች ድርሻ።
columns_one = እዚህ አንድ ዓምድ ሁሉንም ማለት ይቻላል ይወስናል፦ የሚፈልጉት ይህ መሆኑን ይመልከቱ።
columns_none = ገና አይታወቅም።
column_share = { $column }፦ { $share } ክፍላቸውን ይቀይራሉ
columns_name = ክፍሎቹ የተመሠረቱባቸው ዓምዶች
table_name = ክፍሎች ከነአስተማማኝነታቸው
stopped = ምርመራውን አቁመዋል። ክፍሎቹ ራሳቸው ተቀምጠዋል።
