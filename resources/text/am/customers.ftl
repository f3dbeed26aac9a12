# The Customers tab of the results.

segment = ክፍል
fit = ተስማሚነት
fit_explained = ደንበኛው ከክፍሉ ጋር ምን ያህል እንደሚስማማ (silhouette)። ዓይነተኛ፦ ከሚቀጥለው ክፍል ይልቅ ለራሱ ክፍል ቢያንስ ሁለት እጥፍ ይቀርባል። ልል፦ ለሌላ ክፍልም የዚያኑ ያህል ይቀርባል።
typical = ዓይነተኛ
fits = ይስማማል
loose = ልል
fit_nearer = ተስማሚነት { $value } (silhouette)፦ የዚህ ክፍል ደንበኞች ከሚቀጥለው ክፍል ደንበኞች ይልቅ በ{ $share } ይቀርባሉ።
fit_farther = ተስማሚነት { $value } (silhouette)፦ የሌላ ክፍል ደንበኞች ከዚህ ክፍል ደንበኞች ይልቅ በ{ $share } ይቀርባሉ።
fit_unknown = አልተገመገመም፦ ደንበኞች ይህን ያህል ሲበዙ ተስማሚነት (silhouette) የሚሰላው ለናሙና ነው።

sure = እርግጠኝነት
sure_explained = ይህ ደንበኛ በሌሎች ደንበኞች በተደረጉት ድግግሞሾች ወደዚያው ክፍል የገባበት ድርሻ። ከ75% በታች ሲሆን ደንበኛው በሁለት ክፍሎች መካከል ነው።
sure_says = ከ{ $repeats } ድግግሞሾች በ{ $share } ይህ ደንበኛ ወደዚያው ክፍል ገብቷል።
sure_unknown = አልተገመገመም፦ ደንበኞች ይህን ያህል ሲበዙና ክፍል ለሌላቸው ይህ አይሰላም።
second = ሁለተኛ ምርጥ
second_explained = ደንበኛው ሌላ ጊዜ በብዛት የገባበት ክፍል።
deciding = የሚወስነው
deciding_explained = በደንበኛው ክፍልና በሁለተኛው ምርጥ ክፍል መካከል የሚወስነው ዓምድ።
deciding_says = በ“{ $one }” እና በ“{ $other }” መካከል የሚወስነው { $column } ነው።
borderline_only = በድንበር ላይ  { $count }
borderline_says = በሁለት ክፍሎች መካከል ያሉ ደንበኞችን ብቻ አሳይ

search = በሁሉም ዓምዶች ፈልግ
clear_search = ፍለጋውን አጽዳ
all_segments = ሁሉም
segment_filter = የየትኛው ክፍል ደንበኞች ይታዩ
only_segment = { $name } ብቻ፣ { $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    }
table = ደንበኞች ከነክፍሎቻቸው
count =
    { $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    }
count_of = ከ{ $total ->
        [one] { $total } ደንበኛ
       *[other] { $total } ደንበኞች
    } { $count }
searching = በመፈለግ ላይ …
none_found = የሚዛመድ ደንበኛ የለም። አጠር ያለ ጽሑፍ ወይም ሁሉንም ክፍሎች ይሞክሩ።
copy = ቅዳ
copy_rows = ሙሉ ረድፎችን ቅዳ
copied =
    { $count ->
        [one] { $count } ረድፍ ተቀድቷል
       *[other] { $count } ረድፎች ተቀድተዋል
    }
copied_first = የመጀመሪያዎቹ { $count } ረድፎች ተቀድተዋል። ሁሉንም ለማግኘት “አውጣ” የሚለውን ይጠቀሙ።
