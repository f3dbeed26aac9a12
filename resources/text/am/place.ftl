# Placing new customers in the segments of a run.

damaged = SegDesk በዚህ ውጤት ደንበኞችን ለመመደብ ያስቀመጠው መረጃ ተለውጧል፣ ስለዚህ ጥቅም ላይ አልዋለም። እንደ አዲስ እንዲሠራ segdesk predict … --renew ይጠቀሙ።
not_a_number = “{ $text }” ቁጥር አይደለም፣ “{ $column }” ግን ቁጥር ያስፈልገዋል። እንደ 42 ወይም 3.5 ያለ ቁጥር ይጻፉ።
not_a_date = “{ $text }” ቀን አይደለም፣ “{ $column }” ግን ቀን ያስፈልገዋል። እንደ 2026-11-21 አድርገው ይጻፉት።
absent = “{ $column }” የለም፤ ለሁሉም ደንበኞች ክፍሎቹ ሲሠሩ የተለመደው እሴት ተወስዷል።
filled = “{ $column }” ከ{ $rows } ደንበኞች በ{ $count ->
        [one] { $count } ደንበኛ ላይ ባዶ ነው፤ ለዚህ ደንበኛ
       *[other] { $count } ደንበኞች ላይ ባዶ ነው፤ ለእነርሱ
    } ክፍሎቹ ሲሠሩ የተለመደው እሴት ተወስዷል።
unknown = “{ $column }” ክፍሎቹ ሲሠሩ ማንም ያልነበረው እሴት አለው ({ $levels })፣ በ{ $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    } ላይ፦ ከሚታወቁት እሴቶች እንደ አንዱም አይቆጠርም።
unlike = ከክፍሎችዎ አንዱንም አይመስልም
placed = { $count ->
        [one] { $count } ደንበኛ በውጤት { $run } ክፍሎች ተመድቧል፣
       *[other] { $count } ደንበኞች በውጤት { $run } ክፍሎች ተመድበዋል፣
    } የተመደቡትም { $how ->
        [centres] በቅርቡ መሃል መሠረት ነው
        [clouds] ይበልጥ ሊሆን በሚችለው ስብስብ መሠረት ነው
       *[forest] ክፍሎቹን በተማረ የውሳኔ ዛፎች ስብስብ (random forest) ነው
    }።
segment = { $number }  { $name }፦ { $count } ({ $share })
unlike_line = { $count ->
        [0] ከክፍሎችዎ አንዱንም የማይመስል ደንበኛ የለም።
        [one] { $count } ደንበኛ ({ $share }) ከክፍሎችዎ አንዱንም አይመስልም።
       *[other] { $count } ደንበኞች ({ $share }) ከክፍሎችዎ አንዱንም አይመስሉም።
    } ከውጤቱ የራሱ ደንበኞች { $usual } አንዱንም አይመስሉም።
nested = ይህ ምን ያህል እንደሚታመን፦ የውጤቱ ደንበኞች ግማሽ ወደ ክፍሎች ተከፍሎ ሌላኛው ግማሽ በእነርሱ ተመድቧል፤ { $equal } ያ ግማሽ ለብቻው ሲከፈል በሚገኙበት ክፍል ውስጥ ገብተዋል (adjusted Rand index { $rand })።
together = ሁለቱንም ግማሾች ከሚያውቀው ከውጤቱ ከራሱ ጋር ሲነጻጸር፦ { $equal } (adjusted Rand index { $rand })።
no_trust = ይህ ምን ያህል እንደሚታመን ለመናገር የውጤቱ ደንበኞች በጣም ጥቂት ናቸው።
saved = ምደባ { $id } ሆኖ ተቀምጧል።
