# The page of one segment: who its customers are, what to do, what it would bring.

back = አጠቃላይ እይታ
back_says = ወደ አጠቃላይ እይታ ተመለስ
position = { $number } ከ{ $count }
previous = ያለፈው ክፍል
next = ቀጣዩ ክፍል
customers = እነዚህን ደንበኞች ዘርዝር
waiting = የክፍሎቹን መግለጫ በማዘጋጀት ላይ …
failed = የክፍሎቹን መግለጫ ማዘጋጀት አልተቻለም። { $why }

contrasts = ከሌሎች የሚለያቸው
above = ከሁሉም ደንበኞች አማካይ በ{ $size } መደበኛ ልዩነት (standard deviation) ይበልጣል
below = ከሁሉም ደንበኞች አማካይ በ{ $size } መደበኛ ልዩነት (standard deviation) ያንሳል
money = ደንበኞችና ሽያጭ
of_customers = ከደንበኞች
of_sales = ከሽያጭ
sales_by = ሽያጭ በ{ $column } መሠረት።
reliability = ይደገማሉ?
reliability_figure = በ{ $repeats } ድግግሞሾች { $figure } ተመሳሳይ ሆነው ተገኝተዋል (1፦ እነዚያው ደንበኞች፣ 0፦ አንድም የጋራ ደንበኛ የለም)።
reliability_unknown = ገና አልተመረመረም።
rule = እንዴት እንደሚታወቁ
rule_finds = ከእነዚህ ደንበኞች { $coverage } ያገኛል። ከሚያገኛቸው { $precision } የዚህ ክፍል ናቸው።
rule_flattered = የተለካው ደንቡ በተሠራባቸው በእነዚያው ጥቂት ደንበኞች ላይ ነው፣ ስለዚህ ያነሰ ይጠብቁ።
no_rule = ከሌሎች የሚለያቸው አጭር ደንብ የለም። የደንበኞችን ዝርዝር ይጠቀሙ።
actions = ምን ይደረግ
because = ምክንያቱ { $trait }
edit_actions = እነዚህን እርምጃዎች ቀይር
no_actions = እንዲህ ላለ ክፍል የታቀደ እርምጃ የለም።
typical = ዓይነተኛ ደንበኛ
typical_row = የፋይሉ ረድፍ { $row }፦ ለክፍሉ መሃል ከሁሉም የሚቀርበው ደንበኛ።
missing = አልተሰጠም
what_if = ከእነርሱ አንዳንዶቹ አንድ ጊዜ ተጨማሪ ቢገዙስ?
what_if_says = ከእነዚህ ደንበኞች አንድ ጊዜ ተጨማሪ የሚገዙት ድርሻ፣ በመቶኛ
gain_range =
    { $count ->
        [one] ከ{ $count } ደንበኛ፣ በ{ $low } እና በ{ $high } መካከል
       *[other] ከ{ $count } ደንበኞች፣ በ{ $low } እና በ{ $high } መካከል
    }
nine_in_ten = እንዲህ ካሉ አሥር ዘመቻዎች ዘጠኙ ውጤታቸው በዚህ ክልል ውስጥ ይሆናል።
compare = ክፍሎች ጎን ለጎን
compare_hint = እስከ { $most } ይምረጡ። ቁጥሮች መካከለኛውን እሴት፣ ምድቦች በብዛት የሚገኘውን ያሳያሉ።
compare_says = { $name }ን አወዳድር
compare_waiting = ዓምዶቹን በመደመር ላይ …
column = ዓምድ
everybody = ሁሉም ደንበኞች
