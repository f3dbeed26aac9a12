# Two results of the same dataset side by side.

title = ሁለት ውጤቶች ጎን ለጎን
back = ወደ ንጽጽሩ ተመለስ
summary = ከደንበኞቹ { $percent } (ከ{ $customers } { $stayed }) የሚገኙት እርስ በርስ በሚዛመዱ ክፍሎች ውስጥ ነው። እነዚህ ክፍሎች በሁለቱም ውጤቶች አንድ ዓይነት ቀለም አላቸው።
side_says = ውጤት { $letter }፦ { $method }
facts = { $term } · { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    } · የመለየት መጠን { $silhouette }
open = ይህን ውጤት ክፈት
open_says = ውጤት { $letter }ን ከነትሮቹ ሁሉ አሳይ
sizes = የውጤት { $letter } ክፍሎች መጠን
crossing = ማን ወዴት እንደሄደ
crossing_line = እያንዳንዱ ረድፍ የA አንድ ክፍል ነው፤ ደንበኞቹ ወደ የትኞቹ የB ክፍሎች እንደሚሄዱ ይናገራል። እነዚህን ደንበኞች በሁለቱም ካርታዎች ላይ ለማየት አንድ ሕዋስ ይምረጡ።
crossing_says = የA ክፍሎች ደንበኞች በB ክፍሎች
all = ሁሉም
cell_says = { $customers ->
        [one] { $customers } ደንበኛ የሚገኘው
       *[other] { $customers } ደንበኞች የሚገኙት
    } በA “{ $one }” እና በB “{ $other }” ውስጥ ነው፦ ከA ክፍል { $share }።
row_says = { $customers ->
        [one] { $customers } ደንበኛ የሚገኘው
       *[other] { $customers } ደንበኞች የሚገኙት
    } በA “{ $one }” ውስጥ ነው።
column_says = { $customers ->
        [one] { $customers } ደንበኛ የሚገኘው
       *[other] { $customers } ደንበኞች የሚገኙት
    } በB “{ $other }” ውስጥ ነው።
all_says = { $customers ->
        [one] { $customers } ደንበኛ አለ።
       *[other] { $customers } ደንበኞች አሉ።
    }
picked = { $customers ->
        [one] { $customers } ደንበኛ ተመርጧል።
       *[other] { $customers } ደንበኞች ተመርጠዋል።
    }
nobody = ማንም አልተመረጠም።
show_customers = እነዚህን ደንበኞች አሳይ
forget = ሁሉንም እንደገና አሳይ
map_title = የውጤት { $letter } ካርታ
customer = ረድፍ { $row }፦ { $segment }
no_map = ይህን ውጤት የሠራው አሮጌ SegDesk ስለሆነ ካርታ የለውም። ካርታ ለማግኘት ክፍሎቹን እንደገና ይፈልጉ።
profile_title = የውጤት { $letter }ን ክፍሎች የሚለየው
profile_waiting = ክፍሎቹ ምን እንደሚመስሉ በማስላት ላይ …
