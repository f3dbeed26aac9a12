# Two months of the same store's customers side by side.

title = ሁለት ወራትን ማወዳደር
line = የ{ $dataset } { $segments } ክፍሎች ምን ሆኑ?
drop = የሚቀጥለውን ወር ፋይል ጎትተው እዚህ ይልቀቁ
drop_line = ፋይሉ በተመሳሳይ አሠራር ያልፋል። SegDesk ማን እንደተዛወረ፣ ማን እንደመጣ፣ ማን እንደሄደና ለማን እንደሚደውሉ ይናገራል።
runs = ወይም አስቀድሞ እዚህ ያለ ውጤት፦
runs_says = አዲሱ ውጤት
run = { $dataset } · { $when } · { $title }
run_other = { $dataset } · { $when } · { $title } · ሌሎች ዓምዶች
compare = አወዳድር
other = ሌላ ወር…

moved = ከ{ $shared } ደንበኞች ወደ ሌላ ክፍል ተዛውረዋል ({ $share })
joined_line = { $count ->
        [one] አዲስ ደንበኛ
       *[other] አዲስ ደንበኞች
    }
left_line = { $count ->
        [one] የሄደ ደንበኛ
       *[other] የሄዱ ደንበኞች
    }
sales_moved = { $column }፣ የተዛወሩት ደንበኞች
honest = በቀድሞዎቹ ክፍሎች ሲመዘኑ በሁለቱም ፋይሎች ካሉ ደንበኞች { $moved } ቦታ ቀይረዋል፤ ደንበኞቹ እንደ አዲስ ቢከፈሉ { $anew } ይቀይሩ ነበር፣ አጋጣሚ ብቻውን የሚያደርገው ደግሞ { $noise } ነው፦ { $customers ->
        [moved] ይህ ከአጋጣሚ በላይ ነው።
       *[chance] ይህ ከአጋጣሚ ላይበልጥ ይችላል።
    } ከአዲሱ ፋይል ደንበኞች { $shifted } ቦታ የቀየሩት ድንበሮቹ ስለተለወጡ ብቻ ነው፦ { $segments ->
        [shifted] ክፍሎቹ ራሳቸው ተለውጠዋል።
       *[held] ክፍሎቹ ራሳቸው አልተለወጡም።
    }
honest_no_noise = በቀድሞዎቹ ክፍሎች ሲመዘኑ በሁለቱም ፋይሎች ካሉ ደንበኞች { $moved } ቦታ ቀይረዋል፤ ደንበኞቹ እንደ አዲስ ቢከፈሉ { $anew } ይቀይሩ ነበር። ከዚህ ምን ያህሉ አጋጣሚ እንደሆነ ለመናገር ደንበኞቹ በጣም ጥቂት ናቸው። ከአዲሱ ፋይል ደንበኞች { $shifted } ቦታ የቀየሩት ድንበሮቹ ስለተለወጡ ብቻ ነው።

flow_title = ማን ወዴት ሄደ
flow_says = ከቀድሞዎቹ ክፍሎች ደንበኞቻቸው አሁን ወዳሉበት የሚሄዱ መስመሮች
flow_caption = { $count ->
        [0] ከአንድ ክፍል ወደ ሌላ የሄደ የለም። ፈዛዛዎቹ መስመሮች በነበሩበት የቆዩ ናቸው።
        [one] { $count } ደንበኛ ከአንድ ክፍል ወደ ሌላ ሄዷል። ፈዛዛዎቹ መስመሮች በነበሩበት የቆዩ ናቸው።
       *[other] { $count } ደንበኞች ከአንድ ክፍል ወደ ሌላ ሄደዋል። ፈዛዛዎቹ መስመሮች በነበሩበት የቆዩ ናቸው።
    }
before = በፊት
after = አሁን
from = ከ
to = ወደ
customers = ደንበኞች
joined = አዲስ ደንበኞች
left = የሄዱ ደንበኞች
stayed_says = { $count ->
        [one] { $count } ደንበኛ በ{ $name } ቆይቷል።
       *[other] { $count } ደንበኞች በ{ $name } ቆይተዋል።
    }
band_says = { $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    }፦ { $one } → { $other }።
band_sales = የእነርሱ { $column }፦ { $sales }።

fates = ክፍሎቹ ምን ሆኑ
calls = መጀመሪያ ለእነዚህ ይደውሉ
calls_line = { $count ->
        [0] ወደ ደካማ ክፍል የተዛወረ ወይም እየተጠጋ ያለ ደንበኛ የለም።
        [one] { $count } ደንበኛ ወደ ደካማ ክፍል ተዛውሯል ወይም እየተጠጋ ነው፦ የመጥፋት ስጋት አለ።
       *[other] { $count } ደንበኞች የመጥፋት ስጋት አለባቸው፦ { $moved } ወደ ደካማ ክፍል ተዛውረዋል፣ { $sliding } ወደዚያ እየተጠጉ ነው። ምርጥ ደንበኞች በመጀመሪያ ይመጣሉ።
    }
calls_shown = የመጀመሪያዎቹ { $count } ይታያሉ፤ የሚቀመጠው ዝርዝር ሁሉንም ይይዛል።
customer = ደንበኛ
why = ምን ሆነ
sales_before = ቀድሞ ያወጣው
sales_now = አሁን የሚያወጣው
risk_moved = ተዛውሯል
risk_sliding = እየተጠጋ ነው
save_calls = የሚደወልላቸውን አስቀምጥ…
movers = የተዛወሩ ሁሉ
save_movers = የተዛወሩትን ሁሉ አስቀምጥ…
