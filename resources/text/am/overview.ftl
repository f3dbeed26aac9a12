# The Overview tab of the results.

customers =
    { $count ->
        [one] ደንበኛ
       *[other] ደንበኞች
    }
segments =
    { $count ->
        [one] ክፍል
       *[other] ክፍሎች
    }
columns_used =
    { $count ->
        [one] ያገለገለ ዓምድ
       *[other] ያገለገሉ ዓምዶች
    }
encoded =
    { $count ->
        [one] ከተዘጋጀ በኋላ { $count } መለኪያ (feature)
       *[other] ከተዘጋጁ በኋላ { $count } መለኪያዎች (features)
    }
placed = እያንዳንዳቸው በአንድ ክፍል ውስጥ
placed_but =
    { $count ->
        [one] { $count } ክፍል የለውም
       *[other] { $count } ክፍል የላቸውም
    } ({ $share })
outliers = ከየትኛውም ስብስብ በጣም ስለሚርቁ ክፍል የላቸውም። አንድ በአንድ ይመልከቷቸው።
equal_sizes =
    { $count ->
        [one] እያንዳንዳቸው { $count } ደንበኛ
       *[other] እያንዳንዳቸው { $count } ደንበኞች
    }
sizes = ከ{ $smallest } እስከ { $largest } ደንበኞች
silhouette = የመለየት መጠን
silhouette_scale = ክፍሎቹ ምን ያህል እንደሚለያዩ (silhouette)፦ 1 ማለት ሙሉ በሙሉ ይለያያሉ፣ 0 ማለት በፍጹም አይለያዩም።
above = · { $text }
above_says = የመለየት መጠኑ (silhouette) ምንም ቡድን ከሌላቸው፣ ዓምዶቻቸው ግን በሌላው ሁሉ ከሚመሳሰሉ ደንበኞች ምን ያህል እንደሚበልጥ።
reliability = { $says } በድግግሞሾቹ { $figure } ያህል ተመሳሳይ ነበር (1 ማለት ያው ደንበኞች፣ 0 ማለት ማንም)።
sampled = ± { $error } መደበኛ ስህተት (standard error)፣ ከ{ $sample } ደንበኞች ናሙና
band_excellent = ጠንካራ መዋቅር፦ ክፍሎቹ እርስ በርሳቸው በግልጽ ይለያያሉ።
band_good = መጠነኛ መዋቅር፦ አብዛኞቹ ደንበኞች በየክፍላቸው ውስጥ በግልጽ ይገኛሉ።
band_fair = ደካማ መዋቅር፦ ክፍሎቹ ይደራረባሉ። በእነርሱ ላይ ተመሥርተው ከመሥራትዎ በፊት በጥንቃቄ ይመልከቷቸው።
band_poor = ግልጽ መዋቅር የለም፦ እነዚህ ክፍሎች ሰው ሠራሽ ሊሆኑ ይችላሉ። ደንበኞችዎን መክፈያ መንገድ እንጂ ግኝት አድርገው አይውሰዷቸው።

suggested = SegDesk { $segments } ክፍሎችን ይመክራል። “ስንት ክፍሎች” የሚለው ትር ምክንያቱን ያሳያል፣ ሌላ ቁጥር እንዲመርጡም ያስችላል።
open_how_many = ለምን ይህ ቁጥር

segment_size =
    { $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    } · { $share }
segment_silhouette = የመለየት መጠን { $value }
segment_share =
    { $count ->
        [one] ደንበኛ
       *[other] ደንበኞች
    } · { $share }
open_segment = እነዚህን ደንበኞች አሳይ
average = በሁሉም ዓምዶች ለአጠቃላዮቹ ደንበኞች ቅርብ ነው።

used_title = ምን እንዳገለገለ፣ ምን እንደተተወና ምክንያቱ
measures = መጠኖች
categories = ምድቦች
left_out = የተተዉ
nothing_left_out = የተተወ ዓምድ የለም።
decisions = ዓምዶቹ እንዴት እንደተዘጋጁ
pca_title = የልዩነት አቅጣጫዎች (PCA)
pca_total =
    { $count ->
        [one] { $count } አቅጣጫ የሚይዘው
       *[other] { $count } አቅጣጫዎች የሚይዙት
    } ከልዩነቱ { $share } ነው።
pca_bars = በየአቅጣጫው ያለ የልዩነት ድርሻ፦ { $shares }
