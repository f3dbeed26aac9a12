# The comparison of methods: table, recommendation, agreement.

title = ለእነዚህ ደንበኞች የሚስማማው ዘዴ የትኛው ነው?
intro = እያንዳንዱ ዘዴ ያንኑ ደንበኞች በራሱ መንገድ ያቧድናል። በተመሳሳይ ዓምዶች ላይ ጎን ለጎን ያወዳድሯቸው፣ ከዚያ ከሁሉም የሚጠቅምዎትን ይጠቀሙ።
start = ዘዴዎችን አወዳድር
again = እንደገና አወዳድር
starting = በመጀመር ላይ
running = ከ{ $all } ዘዴዎች { $done } በማወዳደር ላይ
cancel = ተው
cancel_says = ማወዳደሩን አቁም፤ ከእርሱ ምንም አይቀመጥም (Esc)
recommended = የሚመከረው፦ { $method } ({ $term })፣ { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    }
nothing = ሊመከር የሚችል ዘዴ የለም
compared = { $customers ->
        [one] { $customers } ደንበኛ ተወዳድሯል፣
       *[other] { $customers } ደንበኞች ተወዳድረዋል፣
    } በተመሳሳይ ዓምዶች ላይ። ምልክቱ (✓) የየዓምዱን ምርጥ ያሳያል፤ ምርጥ የሆነው ከደንበኞቹ ከ{ $most } በላይ በመተው ከሆነ ግን ምልክት አይኖረውም።
use_recommended = ይህን ተጠቀም
table = ዘዴዎች ከነአሃዞቻቸው
table_keys = የክፍት ቦታ ቁልፍ (Space) ዘዴን ጎን ለጎን ለማየት ይመርጣል፣ Enter ይጠቀምበታል፣ S በዓምዱ ይደረድራል።
column_method = ዘዴ
column_segments = ክፍሎች
column_silhouette = የመለየት መጠን
column_stability = ይደገማል
column_davies_bouldin = ዴቪስ–ቦልዲን
column_calinski_harabasz = ካሊንስኪ–ሃራባስ
column_unassigned = ያለ ክፍል
column_balance = ትልቁ : ትንሹ
column_seconds = ጊዜ
tip_segments = ዘዴው ስንት ክፍሎች እንደሚያገኝ
tip_silhouette = ደንበኞች የሚቀጥለው ክፍል ሳይሆኑ የየራሳቸው ክፍል መሆናቸው ምን ያህል ግልጽ እንደሆነ (silhouette)፣ ከ−1 እስከ 1። ሲበልጥ ይሻላል። ሁሉም ዘዴዎች የሚለኩት በተመሳሳይ አሃዞች ነው።
tip_stability = ተመሳሳይ ዓይነት ሌሎች ደንበኞች ሲወሰዱ ክፍሎቹ ምን ያህል እንደሚመሳሰሉ፣ ከ0 እስከ 1 (bootstrapped Jaccard)። ከ0.75 ጀምሮ ሊመኩባቸው ይችላሉ።
tip_davies_bouldin = ክፍሎቹ በመካከላቸው ካለው ርቀት ጋር ሲነጻጸሩ ምን ያህል ሰፊ እንደሆኑ (Davies–Bouldin)። ሲያንስ ይሻላል።
tip_calinski_harabasz = ክፍሎቹ ከስፋታቸው ጋር ሲነጻጸሩ ምን ያህል እንደሚራራቁ (Calinski–Harabasz)። ሲበልጥ ይሻላል። ለክብ ክፍሎች ያደላል።
tip_unassigned = ዘዴው ያለ ክፍል የሚተዋቸው ደንበኞች ድርሻ
tip_balance = ትልቁ ክፍል ከትንሹ ስንት እጥፍ እንደሚበልጥ
tip_seconds = ዘዴው በዚህ ኮምፒውተር ላይ የፈጀው ጊዜ
ratio = { $ratio } : 1
instant = < 0.1 ሰ
seconds = { $seconds } ሰ
minutes = { $clock } ደ
pending = በመጠባበቅ ላይ
use = ተጠቀም
best_says = { $value }፣ ምርጡ
recommended_says = { $method }፣ የሚመከር
term_recommended = { $term } · የሚመከር
pair = ጎን ለጎን አሳይ
pair_hint = ጎን ለጎን ለማየት ሁለት ዘዴዎችን ይምረጡ።
pair_half = አንድ ተጨማሪ ይምረጡ።
pair_ready = { $one } እና { $other }
pair_working = የሁለቱንም ክፍሎች በመፈለግ ላይ …
agreement = ዘዴዎቹ ምን ያህል እንደሚስማሙ
agreement_line = 1፦ ያው ደንበኞች አብረው ይገኛሉ። 0፦ ከአጋጣሚ አይበልጥም (adjusted Rand index)።
agreement_says = { $one } እና { $other }፦ { $value }፣ { $words }
alike_same = አንድ ዓይነት ማለት ይቻላል
alike_much = በጣም ይመሳሰላሉ
alike_some = በመጠኑ ይለያያሉ
alike_hardly = አይመሳሰሉም ማለት ይቻላል
alike_unknown = አይታወቅም
