# What was noticed, mended or decided while reading a file and preparing its columns.

nul_bytes =
    { $count ->
        [one] { $count } ሊነበብ የማይችል ምልክት (NUL) ተትቷል
       *[other] { $count } ሊነበቡ የማይችሉ ምልክቶች (NUL) ተትተዋል
    }።
broken_letters =
    { $count ->
        [one] { $count } ፊደል ሊነበብ ስላልቻለ በ� ተተክቷል
       *[other] { $count } ፊደላት ሊነበቡ ስላልቻሉ በ� ተተክተዋል
    }። ልዩ ምልክት ያላቸውን ስሞች ያረጋግጡ።
old_encoding = ፋይሉ በUTF-8 አይደለም፣ ስለዚህ እንደ { $encoding } ተነብቧል። ልዩ ምልክት ያላቸውን ወይም በሌሎች ፊደላት የተጻፉ ስሞችን ያረጋግጡ።
title_lines =
    { $count ->
        [one] ከርዕሶቹ በላይ ያለ { $count } መስመር ተትቷል
       *[other] ከርዕሶቹ በላይ ያሉ { $count } መስመሮች ተትተዋል
    }።
no_header = የመጀመሪያው መስመር ርዕሶችን ሳይሆን ደንበኛን ይመስላል፣ ስለዚህ { $columns } ዓምዶች column_1, column_2 … ተብለው ተሰይመዋል።
blank_headers =
    { $count ->
        [one] ርዕስ ያልነበረው { $count } ዓምድ አሁን እንዲህ ይባላል፦ { $names }።
       *[other] ርዕስ ያልነበራቸው { $count } ዓምዶች አሁን እንዲህ ይባላሉ፦ { $names }።
    }
repeated_headers =
    { $count ->
        [one] { $count } ርዕስ ሁለት ጊዜ መጥቷል። ሁለተኛው አሁን እንዲህ ይባላል፦ { $names }።
       *[other] { $count } ርዕሶች ከአንድ ጊዜ በላይ መጥተዋል። በኋላ የመጡት አሁን እንዲህ ይባላሉ፦ { $names }።
    }
total_row =
    { $count ->
        [one] { $count } የመጨረሻ መስመር ድምር እንጂ ደንበኛ ስላልሆነ ተትቷል
       *[other] ከደንበኞቹ በታች ያሉ { $count } የድምር መስመሮች ተትተዋል
    }።
footnotes =
    { $count ->
        [one] ከሠንጠረዡ በታች ያለ { $count } የማስታወሻ መስመር ተትቷል
       *[other] ከሠንጠረዡ በታች ያሉ { $count } የማስታወሻ መስመሮች ተትተዋል
    }።
repeated_header_lines =
    { $count ->
        [one] ርዕሶቹን የሚደግም { $count } መስመር ተትቷል
       *[other] ርዕሶቹን የሚደግሙ { $count } መስመሮች ተትተዋል
    }።
second_table =
    በፋይሉ መስመር { $line } ላይ ሁለተኛ ሠንጠረዥ ይጀምራል። { $count ->
        [one] የእርሱ { $count } መስመር ተትቷል
       *[other] የእርሱ { $count } መስመሮች ተትተዋል
    }፦ ከፈለጉት ራሱን የቻለ ፋይል አድርገው ያስቀምጡት።
mended_rows =
    { $count ->
        [one] ቦታውን የሳተ የጥቅስ ምልክት ወይም የዓምድ መክፈያ የነበረበት { $count } ረድፍ ከሌሎቹ ጋር ተነጻጽሮ ተስተካክሏል፣
       *[other] ቦታውን የሳተ የጥቅስ ምልክት ወይም የዓምድ መክፈያ የነበረባቸው { $count } ረድፎች ከሌሎቹ ጋር ተነጻጽረው ተስተካክለዋል፣
    } የመጀመሪያው በፋይሉ መስመር { $lines } ላይ። ያረጋግጧቸው።
counted_dates = ቁጥሮች እንደ ቀኖች ተነብበዋል፦ { $example }። ዓምዶች፦ { $columns }።
ragged_rows =
    { $count ->
        [one] { $count } ረድፍ ያነሱ ወይም የበዙ መስኮች አሉት
       *[other] { $count } ረድፎች ያነሱ ወይም የበዙ መስኮች አሏቸው
    } (ያነሱ { $short }፣ የበዙ { $long })፣ መጀመሪያ በእነዚህ የፋይሉ መስመሮች ላይ፦ { $lines }። የጎደሉት መስኮች ባዶ ሆነዋል፣ ትርፎቹ ተትተዋል።
blank_rows =
    { $count ->
        [one] { $count } ባዶ ረድፍ ተትቷል
       *[other] { $count } ባዶ ረድፎች ተትተዋል
    }።
empty_columns =
    { $count ->
        [one] { $count } ርዕስ የሌለው ባዶ ዓምድ ተትቷል
       *[other] { $count } ርዕስ የሌላቸው ባዶ ዓምዶች ተትተዋል
    }።
quotes_ignored = በዚህ ፋይል የጥቅስ ምልክቶች በጥንድ አይመጡም፣ ስለዚህ እንደ ተራ ፊደላት ተነብበዋል።
decimal_comma = ኮማው (,) እንደ አሥርዮሽ ምልክት ተነብቧል፦ { $example }። ዓምዶች፦ { $columns }።
thousands = የሺዎች መክፈያ ምልክቶች ተወግደዋል፦ { $example }። ዓምዶች፦ { $columns }።
ambiguous_numbers = እነዚህ ቁጥሮች በሁለት መንገድ ሊነበቡ ይችላሉ። የተነበቡት እንዲህ ነው፦ { $example }። ዓምዶቹን ያረጋግጡ፦ { $columns }።
unit_removed = “{ $unit }” ከ“{ $column }” ቁጥሮች ላይ ተወግዷል።
not_numbers =
    በ“{ $column }” ውስጥ { $count ->
        [one] { $count } እሴት ቁጥር ስላልሆነ እንደ ባዶ ይቆጠራል
       *[other] { $count } እሴቶች ቁጥሮች ስላልሆኑ እንደ ባዶ ይቆጠራሉ
    }፦ { $values }።
ambiguous_dates = ቀንና ወር ሊለዩ አልቻሉም፣ ስለዚህ ቀኑ ቀድሞ እንደሚመጣ ተወስዷል። ዓምዶቹን ያረጋግጡ፦ { $columns }።
short_years = የ“{ $column }” ዓመታት ባለ ሁለት አሃዝ ናቸው፣ ከ{ $first } እስከ { $last } ተብለው ተነብበዋል።
bad_dates =
    በ“{ $column }” ውስጥ { $count ->
        [one] { $count } እሴት ቀን ስላልሆነ እንደ ባዶ ይቆጠራል
       *[other] { $count } እሴቶች ቀኖች ስላልሆኑ እንደ ባዶ ይቆጠራሉ
    }፦ { $values }።
filled_median =
    በ“{ $column }” ውስጥ { $count ->
        [one] { $count } ባዶ ቦታ የተሞላው
       *[other] { $count } ባዶ ቦታዎች የተሞሉት
    } በመካከለኛው እሴት (median)፣ { $value }፣ ነው።
filled_commonest =
    በ“{ $column }” ውስጥ { $count ->
        [one] { $count } ባዶ ቦታ የተሞላው
       *[other] { $count } ባዶ ቦታዎች የተሞሉት
    } በብዛት በሚገኘው እሴት፣ { $value }፣ ነው።
no_values = “{ $column }” ምንም እሴት የለውም፣ ስለዚህ ደንበኞችን አይለይም።
same_customers = በሚያገለግሉት ዓምዶች ውስጥ ያሉት { $kinds } የደንበኛ ዓይነቶች ብቻ ናቸው፣ ስለዚህ { $segments } ክፍሎች ተመሳሳይ ደንበኞችን ይለያያሉ። ቢበዛ { $kinds } ክፍሎችን ይምረጡ።
joined_levels = በብዛት የሚገኙት { $kept } የ“{ $column }” እሴቶች ያገለግላሉ፣ ሌሎቹ { $joined } እንደ አንድ ይቆጠራሉ።
standardised_categories = ምድቦችም ወደ አንድ ሚዛን መጥተዋል (standardised)፣ ስለዚህ ክፍሎች በጣም ጥቂት የሆኑትን እሴቶች ወደ መከተል ያዘነብላሉ። የተመጣጠነው የማወዳደሪያ መንገድ ይህን ያስቀራል።
pca_fewer = { $asked } አቅጣጫዎች ተጠይቀዋል፣ ያሉት ግን { $used } ብቻ ናቸው።
mixture_sample = { $rows } ደንበኞች ብዙ ስለሆኑ የክፍሎቹ ቅርጽ የተወሰደው ከ{ $sample } ደንበኞች ናሙና ነው። ሁሉም ደንበኞች ተመድበዋል።
density_sample = { $rows } ደንበኞች ብዙ ስለሆኑ ስብስቦች የተፈለጉት በ{ $sample } ደንበኞች ናሙና ውስጥ ነው። ሌሎቹ ሁሉ ከቅርብ ጎረቤቶቻቸው ጋር ሄደዋል።
half_memory = ማህደረ ትውስታው እንዲበቃ በ{ $rows } ደንበኞች መካከል ያሉ ርቀቶች በሰባት አሃዞች ብቻ ተይዘዋል። ሁለት ርቀቶች ያን ያህል በሚቀራረቡበት ቦታ ደንበኞች በሌላ ቅደም ተከተል ተጣምረው ሊሆን ይችላል።
sample_agrees = ከናሙናው ውጭ ባሉ { $held } ደንበኞች ተመርምሯል፦ ከ100 { $percent }ቱ ዘዴው እነዚህን ብቻ ሲያይ በሚመድባቸው በዚያው ክፍል ውስጥ ናቸው።
sample_differs = ከናሙናው ውጭ ባሉ { $held } ደንበኞች ተመርምሯል፦ ከ100 { $percent }ቱ ብቻ ዘዴው እነዚህን ብቻ ሲያይ በሚመድባቸው በዚያው ክፍል ውስጥ ናቸው። ክፍሎቹን እንደ ግምታዊ ሥዕል ይውሰዱ፣ ወይም ሁሉንም ደንበኞች የሚያዩትን Ward ወይም k-means ይምረጡ።
not_converged = ዘዴው ለ{ $segments } ክፍሎች ገና አልረጋም፣ ስለዚህ ውጤቱ ሊለወጥ ይችላል። ተጨማሪ ሙከራዎችን ወይም ሌላ ዘዴ ይጠቀሙ።
fewer_segments = ከዚህ ዘዴ { $segments } ክፍሎችን ማግኘት አይቻልም፦ አንዳንዶቹ ባዶ ይሆናሉ።
short_sweep = ሁሉንም የክፍሎች ቁጥሮች መፈለግ ረጅም ጊዜ ይወስድ ነበር፣ ስለዚህ የተፈለጉት እነዚህ ብቻ ናቸው፦ { $segments }።
found_count = ይህ ዘዴ የክፍሎችን ቁጥር ራሱ ያገኛል፦ { $found } እንጂ የተጠየቀው { $asked } አይደለም።
largest_segments = { $found } ስብስቦች ተገኝተዋል። ትልልቆቹ { $most } ክፍሎች ሆነዋል፣ በትንንሾቹ ውስጥ ያሉ ደንበኞች ክፍል የላቸውም።
eps_knee = ጎረቤቶች ማለት በ{ $eps } ርቀት ውስጥ ያሉ ደንበኞች ናቸው፦ ከዚያ በኋላ እስከ { $neighbours }ኛው ቅርብ ጎረቤት ያለው ርቀት በድንገት ይጨምራል።
eps_without_knee = ጎረቤቶች ማለት በ{ $eps } ርቀት ውስጥ ያሉ ደንበኞች ናቸው፦ ከአሥር ደንበኞች የዘጠኙ { $neighbours } ቅርብ ጎረቤቶች በዚህ ርቀት ውስጥ ናቸው። ርቀቶቹ በድንገት የሚጨምሩበት ቦታ የለም።
