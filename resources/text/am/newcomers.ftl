# New customers placed in the segments of a run: a file of them, or one typed in.

title = አዲስ ደንበኞች
line = እያንዳንዱ ከ{ $dataset } { $segments } ክፍሎች የየትኛው ነው?
back = ወደ ውጤቶቹ ተመለስ
drop = የአዲስ ደንበኞችን ፋይል ጎትተው እዚህ ይልቀቁ
drop_line = ክፍሎቹ የተሠሩባቸው ዓምዶች ሊኖሩት ይገባል። SegDesk ማንንም ከመመደቡ በፊት የተለየውን ይናገራል።
choose = ፋይል ምረጥ…
cancel = ተው
another = ሌላ ፋይል…

title_place = ከመመደባቸው በፊት፦ ይህ ትክክል ነው?
title_rerun = አሠራሩ ከመጀመሩ በፊት፦ ይህ ትክክል ነው?
title_compare = ከመወዳደራቸው በፊት፦ ይህ ትክክል ነው?
consent_line = ፋይሉ ክፍሎቹ ከተሠሩበት ፋይል ይለያል። እያንዳንዱን መስመር ይመልከቱ፣ የተሳሳተውንም ይቀይሩ።
renamed = “{ $old }” በዚህ ፋይል ውስጥ የለም። ከሁሉም ይበልጥ የሚመስለው “{ $new }” ነው (በስምና በእሴቶች በ{ $score } ይመሳሰላሉ)።
runs_line = አዲሱ ሠንጠረዥ ክፍሎቹ ከተሠሩበት ሠንጠረዥ ይለያል። እያንዳንዱን መስመር ይመልከቱ፣ የተሳሳተውንም ይቀይሩ።
missing_asked = { $how ->
        [rerun] “{ $column }” በዚህ ፋይል ውስጥ የለም። ሌላ ዓምድ ካልተካው ክፍሎቹ ያለ እርሱ ይሠራሉ።
       *[typical] “{ $column }” በዚህ ፋይል ውስጥ የለም። ሌላ ዓምድ ካልተካው ለሁሉም የተለመደው እሴት ይሰጣል።
    }
missing = { $how ->
        [rerun] “{ $column }” በዚህ ፋይል ውስጥ የለም። ክፍሎቹ ያለ እርሱ ይሠራሉ።
       *[typical] “{ $column }” በዚህ ፋይል ውስጥ የለም። ክፍሎቹ ሲሠሩ የተለመደ የነበረው እሴት ለሁሉም ይሰጣል።
    }
unused_asked = “{ $column }” በዚህ ፋይል ውስጥ የለም። ክፍሎቹ ከእርሱ አይሠሩም። የሚተካው ዓምድ ካለ ይምረጡ።
unused = “{ $column }” በዚህ ፋይል ውስጥ የለም። ክፍሎቹ ከእርሱ አይሠሩም።
which_column = { $column }ን የሚተካው ዓምድ
not_there = በዚህ ፋይል የለም
other_unit = “{ $column }” በሌላ መለኪያ የሚቆጠር ይመስላል፦ ከደንበኞቹ ግማሹ ቀድሞ ከ{ $before } በላይ ነበሩ፣ አሁን ከ{ $now } በላይ ናቸው።
which_factor = { $column } የሚባዛበት
multiply = በ{ $factor } ይባዛ
as_it_is = እንዳለ ይተው
other_currency = “{ $column }” አሁን በ{ $now } ነው፣ ቀድሞ በ{ $before } ነበር። አንድ { $now } በ{ $before } ስንት እንደሆነ ይጻፉ።
which_rate = ለ{ $column } የምንዛሪ ተመን
rate = 1 { $now } = … { $before }
also = ሌላ የተስተዋለ
new_levels = “{ $column }” ክፍሎቹ ሲሠሩ ማንም ያልነበረው እሴት አለው፣ ለ{ $customers ->
        [one] { $customers } ደንበኛ
       *[other] { $customers } ደንበኞች
    }፦ { $levels }። ከሚታወቁት እንደ አንዱ አይቆጠርም።
added = { $count ->
        [one] { $count } ዓምድ አዲስ ነው፣ በክፍሎቹም ውስጥ ድርሻ የለውም፦
       *[other] { $count } ዓምዶች አዲስ ናቸው፣ በክፍሎቹም ውስጥ ድርሻ የላቸውም፦
    } { $columns }።
other_kind = ክፍሎቹ ቁጥሮች በሚፈልጉበት “{ $column }” ውስጥ አሁን ቃላት ወይም ቀኖች አሉ፣ ወይም በተቃራኒው። ፋይሉን ያርሙ፣ ከዚያ እንደገና ይልቀቁት።
twice = “{ $column }” ለሁለት ዓምዶች ተመርጧል። ለአንዱ ሌላ ይምረጡ።
lacks_rate = ለ“{ $column }” የምንዛሪ ተመኑን ይጻፉ፣ ለምሳሌ 57.5።
go_on = ቀጥል
not_this_file = ይህ ፋይል አይደለም
not_this_run = ይህ አይደለም

headline = ከ{ $of } አዲስ ደንበኞች { $count } ገደማ የሚመደቡት ሁሉም እንደገና ቢከፈሉ በሚገቡበት ክፍል ነው።
no_trust = ስንቶቹ በትክክለኛው ክፍል እንደሚመደቡ ለመናገር ደንበኞቹ በጣም ጥቂት ናቸው።
measured = በውጤቱ በራሱ { $rows } ደንበኞች ላይ { $splits ->
        [one] { $splits } ጊዜ
       *[other] { $splits } ጊዜ
    } ተለክቷል፦ ግማሹ ወደ ክፍሎች ተከፈለ፣ ሌላው ግማሽ ተመደበ፣ ከዚያ ለብቻው ተከፈለ (adjusted Rand index { $rand })። አሁን ካሉት ክፍሎች ጋር ቢነጻጸር { $flatters ->
        [yes] { $together } ይሆናል፣ ይህ ግን ከእውነታው የተሻለ ያስመስላል።
       *[no] ያም { $together } ይሆናል።
    }
placed = { $count ->
        [one] { $count } ደንበኛ ተመድቧል፣
       *[other] { $count } ደንበኞች ተመድበዋል፣
    } { $how ->
        [centres] እያንዳንዱ ማዕከሉ ቅርብ በሆነው ክፍል።
        [clouds] እያንዳንዱ ደመናው ይበልጥ በሚስማማው ክፍል።
       *[forest] ክፍሎቹን በተማረ random forest።
    }
unlike = { $count ->
        [0] ከክፍሎችዎ አንዱንም የማይመስል ደንበኛ የለም።
        [one] { $count } ደንበኛ ({ $share }) ከክፍሎችዎ አንዱንም አይመስልም።
       *[other] { $count } ደንበኞች ({ $share }) ከክፍሎችዎ አንዱንም አይመስሉም።
    }
drifting = ከራስዎ ደንበኞች መካከል እንዲህ ያሉት { $usual } ናቸው፤ ከዚህ ያን ያህል መብለጡ አጋጣሚ አይደለም። ደንበኞችዎ እየተለወጡ ሊሆን ይችላል፦ ክፍሎቹን በቅርቡ እንደ አዲስ ይሥሩ።
not_drifting = ከራስዎ ደንበኞች መካከል እንዲህ ያሉት { $usual } ናቸው፣ ስለዚህ ይህ ያልተለመደ አይደለም።
noticed = በፋይሉ ውስጥ የተስተዋለ
written = ዝርዝሩ በ{ $path } ውስጥ ነው።
not_written = ገና ምንም አልተቀመጠም። ዝርዝሩ ለእያንዳንዱ ደንበኛ ክፍሉን፣ ምን ያህል እርግጠኛ እንደሆነና ሁለተኛውን ምርጥ ክፍል ይሰጣል።
save = ዝርዝሩን አስቀምጥ…
save_title = የአዲስ ደንበኞችን ዝርዝር አስቀምጥ

one_title = አንድ ደንበኛ ብቻ
one_line = የሚያውቁትን ይጻፉ። ባዶ የተዉት እንደ ተለመደው ይቆጠራል።
one_ask = የትኛው ክፍል?
dont_know = አላውቅም
range = { $low } – { $high }
no_number = “{ $column }” ቁጥር ያስፈልገዋል፣ ለምሳሌ 42 ወይም 3.5።
no_date = “{ $column }” ቀን ያስፈልገዋል፣ ለምሳሌ 2026-11-21።
one_sure = እርግጠኝነት { $sure }።
one_nearest = በጣም ቅርቡ { $name } ነው።
one_second = ሁለተኛው ምርጥ፦ { $name }።
one_absent = { $count ->
        [one] { $count } መስክ ባዶ ስለተተወ እንደ ተለመደው ተቆጥሯል።
       *[other] { $count } መስኮች ባዶ ስለተተዉ እንደ ተለመደው ተቆጥረዋል።
    }
