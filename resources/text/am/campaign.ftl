# Campaigns: whom to write to, whom to hold back, and what it brought.

contact_list = መልእክት የሚደርሳቸው
held_back_list = ለንጽጽር የተያዙ
workbook = ዘመቻ.xlsx
book_title = የዘመቻ ዝርዝሮች
book_list = ዝርዝር
book_total = ሁለቱም ዝርዝሮች
rule = እባክዎ
rule_means = “ለንጽጽር የተያዙ” በሚለው ዝርዝር ያሉትን ዘመቻው እስኪያበቃ ድረስ አያግኟቸው፦ ዘመቻው ያመጣው ከእነርሱ ጋር ያለው ልዩነት ነው።

made =
    ዘመቻ { $number }፦ { $contacted ->
        [one] { $contacted } ደንበኛ መልእክት ይደርሰዋል
       *[other] { $contacted } ደንበኞች መልእክት ይደርሳቸዋል
    }፣ ወጪው ከ{ $budget } በጀት { $cost }፣ { $held_back } ለንጽጽር ይያዛሉ።
segment_line =
    { $beyond ->
        [0] { $segment }  { $name }፦ { $contacted } መልእክት ይደርሳቸዋል፣ { $held_back } ለንጽጽር ይያዛሉ
       *[other] { $segment }  { $name }፦ { $contacted } መልእክት ይደርሳቸዋል፣ { $held_back } ለንጽጽር ይያዛሉ፣ { $beyond } ከበጀቱ በላይ ናቸው
    }
opted_out =
    { $customers ->
        [one] ከእነዚህ ክፍሎች { $customers } ደንበኛ እንዳናገኘው ስለጠየቀ ({ $columns }) በየትኛውም ዝርዝር ውስጥ የለም።
       *[other] ከእነዚህ ክፍሎች { $customers } ደንበኞች እንዳናገኛቸው ስለጠየቁ ({ $columns }) በየትኛውም ዝርዝር ውስጥ የሉም።
    }
unknown =
    { $customers ->
        [one] የራሱ { $column } የሌለው { $customers } ረድፍ በየትኛውም ዝርዝር ውስጥ የለም፦ አንድ ደንበኛ ከሁለቱ በአንዱ ብቻ መሆን አለበት።
       *[other] የራሳቸው { $column } የሌላቸው { $customers } ረድፎች በየትኛውም ዝርዝር ውስጥ የሉም፦ አንድ ደንበኛ ከሁለቱ በአንዱ ብቻ መሆን አለበት።
    }
cannot_follow = ይህ ፋይል የደንበኛ ቁጥሮች ያሉበት ዓምድ ስለሌለው SegDesk ዘመቻው ምን እንዳመጣ ሊናገር አይችልም።
smallest = { $column } አሁን ባለበት ሁኔታ፣ በሁለቱ ዝርዝሮች መካከል በአንድ ደንበኛ የ{ $smallest } ልዩነት ከአምስት ዘመቻዎች በአራቱ ይታያል፤ ከዚህ ያነሰ ልዩነት ሳይታይ ሊቀር ይችላል።
next = ቀጣዩ ፋይል ሲደርስ፦ segdesk uplift { $number } FILE

by_file = በ{ $file }፣ በዓምድ { $column } መሠረት።
outcome_spending = የአንድ ደንበኛ ወጪ
outcome_buying = የገዙ ደንበኞች
figures = መልእክት የደረሳቸው ({ $contacted })፦ { $contacted_mean } · ለንጽጽር የተያዙ ({ $held_back })፦ { $held_back_mean }
figures_adjusted = መልእክት የደረሳቸው ({ $contacted })፦ { $contacted_mean } · ለንጽጽር የተያዙ ({ $held_back })፦ { $held_back_mean } · እያንዳንዱ ቀድሞ ያወጣው ግምት ውስጥ ገብቷል
spending_more = መልእክት የደረሳቸው ለንጽጽር ከተያዙት እያንዳንዳቸው በ{ $difference } የበለጠ አውጥተዋል (በ95% እርግጠኝነት ከ{ $low } እስከ { $high })።
spending_less = መልእክት የደረሳቸው ለንጽጽር ከተያዙት እያንዳንዳቸው በ{ $difference } ያነሰ አውጥተዋል (በ95% እርግጠኝነት ከ{ $low } እስከ { $high })።
spending_no_difference = ልዩነት አይታይም፦ መልእክት የደረሳቸው ወጪ ለንጽጽር ከተያዙት ጋር ሲነጻጸር ከ{ $low } እስከ { $high } ነው (በ95% እርግጠኝነት)።
buying_more = መልእክት ከደረሳቸው መካከል የገዙት ለንጽጽር ከተያዙት በ{ $difference } ይበልጣሉ (በ95% እርግጠኝነት ከ{ $low } እስከ { $high } የመቶኛ ነጥቦች)።
buying_less = መልእክት ከደረሳቸው መካከል የገዙት ለንጽጽር ከተያዙት በ{ $difference } ያንሳሉ (በ95% እርግጠኝነት ከ{ $low } እስከ { $high } የመቶኛ ነጥቦች)።
buying_no_difference = ልዩነት አይታይም፦ ከ{ $low } እስከ { $high } የመቶኛ ነጥቦች (በ95% እርግጠኝነት)።
points = { $points } የመቶኛ ነጥብ
too_few = ለመናገር በጣም ጥቂት ናቸው፦ በዚህ የደንበኞች ቁጥር ከአምስት ዘመቻዎች በአራቱ የሚታየው የ{ $smallest } ልዩነት ብቻ ነው (በ95% እርግጠኝነት ከ{ $low } እስከ { $high })።
absent_is_zero =
    { $customers ->
        [one] የዘመቻው { $customers } ደንበኛ በሽያጮቹ ውስጥ የለም፣ ምንም እንዳላወጣ ይቆጠራል።
       *[other] የዘመቻው { $customers } ደንበኞች በሽያጮቹ ውስጥ የሉም፣ ምንም እንዳላወጡ ይቆጠራሉ።
    }
absent_is_unknown =
    { $customers ->
        [one] የዘመቻው { $customers } ደንበኛ በፋይሉ ውስጥ ስለሌለ ተትቷል።
       *[other] የዘመቻው { $customers } ደንበኞች በፋይሉ ውስጥ ስለሌሉ ተትተዋል።
    }

not_money = “{ $text }” የገንዘብ መጠን አይደለም። ከ0 የሚበልጥ ቁጥር፣ አሥርዮሹን በነጥብ ለይተው ይጻፉ፣ ለምሳሌ 1500 ወይም 2.50።
control_share = ለንጽጽር የሚያዘው ድርሻ ከ0 የሚበልጥና ቢበዛ { $most } መሆን አለበት።
no_segment = ክፍል { $segment } የለም፦ ክፍሎቹ ከ0 እስከ { $last } ተቆጥረዋል።
repeated_segment = ክፍል { $segment } ሁለት ጊዜ ተጠቅሷል። እያንዳንዱን አንድ ጊዜ፣ ይበልጥ አስፈላጊውን አስቀድመው ይጥቀሱ።
no_segments_word = “{ $text }” የክፍሎች ዝርዝር አይደለም። ቁጥሮቻቸውን በኮማ ለይተው ይጻፉ፣ ለምሳሌ 2,0 ብለው።
no_column = በዚህ ፋይል ውስጥ “{ $name }” የሚባል ዓምድ የለም።
not_numbers = ዓምዱ “{ $name }” ቁጥሮች የሉትም። ደንበኞች ያወጡትን የሚናገረውን ዓምድ ይጥቀሱ።
no_budget = በ{ $budget } በጀት፣ ዋጋው { $cost } ሲሆን፣ አንድም ደንበኛ ማግኘት አይቻልም። በጀቱን ይጨምሩ ወይም ወጪውን ይቀንሱ።
nobody = ከእነዚህ ክፍሎች ደንበኞች ማንንም ማግኘት አይቻልም፦ እንዳናገኛቸው ጠይቀዋል ወይም የደንበኛ ቁጥር የላቸውም። ሌሎች ክፍሎችን ይምረጡ።
no_identifier = የዚህ ዘመቻ ፋይል የደንበኛ ቁጥሮች ስለሌሉት መልእክት የደረሳቸውን እንደገና ማግኘት አይቻልም። የደንበኛ ቁጥሮች ዓምድ ካለው ፋይል ዘመቻ ይሥሩ።
no_such_numbers = { $name } የደንበኛ ቁጥሮች የያዘ “{ $column }” የሚባል ዓምድ የለውም። የደንበኛ ቁጥሮቹን ዓምድ እንዲህ ብለው ይሰይሙት።
no_spending = { $name } በስሙ ወይም በዘመቻው ፋይል ሲታይ ደንበኞች ያወጡትን የሚናገር ዓምድ የለውም። የትኛው እንደሆነ ይግለጹ።
no_match = ከዘመቻው ደንበኞች አንዱም በ{ $name } ውስጥ የለም፦ አንድ ዓይነት የሆነ { $column } የለም። ትክክለኛው ፋይል መሆኑን ያረጋግጡ።
too_few_found = መልእክት ከደረሳቸው ወይም ለንጽጽር ከተያዙት በ{ $name } ውስጥ ያሉት ከሁለት ያንሳሉ። ሁሉም ደንበኞች ያሉበትን ፋይል ይጠቀሙ።
