# Two snapshots of the same customers.

no_identifier = በሁለቱም ፋይሎች ማን ማን እንደሆነ የሚናገር ዓምድ የለም። በሁለቱም ለደንበኛ ቁጥር “መለያ” የሚለውን ሚና ይስጡ፣ ከዚያ እንደገና ይሞክሩ።
nobody_shared = ከመጀመሪያው ፋይል ደንበኞች አንዱም በሁለተኛው ውስጥ የለም፦ የደንበኛ ቁጥሮቹ ምንም የጋራ ነገር የላቸውም። የአንድ ሱቅ ሁለት ፋይሎችን ይምረጡ።
rerun = ውጤት { $id } ውጤት { $before }ን በ{ $name } ላይ ይደግማል።
rerun_recipe = ውጤት { $id } አሠራሩን በ{ $name } ላይ ይጠቀማል።
became = { $number }  { $name } እንደነበረ ነው
is_new = { $number }  { $name } አዲስ ነው
left_out = “{ $column }” በፋይሉ ውስጥ ስለሌለ ከስሌቱ ውጭ ሆኗል።
head = ከውጤት { $before } ወደ ውጤት { $after }፦ በሁለቱም ውስጥ { $shared ->
        [one] { $shared } ደንበኛ አለ
       *[other] { $shared } ደንበኞች አሉ
    } (የተለዩት በ“{ $identifier }”)፣ { $joined } መጥተዋል፣ { $left } ሄደዋል።
moved = የቀድሞዎቹ ክፍሎች እንዳሉ ቢቀመጡ ከእነርሱ { $share } ወደ ሌላ ክፍል ተዛውረዋል ({ $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    })።
moved_refit = አዲሱ ፋይል እንደገና ወደ ክፍሎች ሲከፈል { $share } ተዛውረዋል። ከያለፈው ወር ብቻ በሁለት ዕጣ በተወሰዱ ደንበኞች መካከል { $noise } ይዛወሩ ነበር።
moved_refit_only = አዲሱ ፋይል እንደገና ወደ ክፍሎች ሲከፈል { $share } ተዛውረዋል።
goalposts = ክፍሎቹ ራሳቸው ተዛውረዋል፦ ከአዲሱ ፋይል ደንበኞች { $share } በዚህ ምክንያት ብቻ በሌላ ክፍል ውስጥ ናቸው።
sales = የተዛወሩት አሁን { $sales } ያስገኛሉ (“{ $column }”)።
unlike = ከአዲሱ ፋይል { $count ->
        [one] { $count } ደንበኛ ከቀድሞዎቹ ክፍሎች አንዱንም አይመስልም
       *[other] { $count } ደንበኞች ከቀድሞዎቹ ክፍሎች አንዱንም አይመስሉም
    }።
survived = { $before } እንደ { $after } ቀጥሏል (የእርሱ { $shared })።
split = { $before } ተከፍሎ { $after } ሆኗል (የእርሱ { $shared })።
merged = { $before } አንድ ሆነዋል፦ { $after } (የእነርሱ { $shared })።
disappeared = { $before } የለም፤ ግማሹን የያዘ አዲስ ክፍል የለም።
appeared = { $after } አዲስ ነው።
flow = { $before } → { $after }፦ { $count ->
        [one] { $count } ደንበኛ
       *[other] { $count } ደንበኞች
    }
joined = አዲስ ደንበኞች
gone = የሄዱ ደንበኞች
none = ያለ ክፍል
calls = የሚደወልላቸው፣ ምርጥ ደንበኞች መጀመሪያ፦
call_moved = { $who }፦ ከ{ $before } ወደ { $after }
call_sliding = { $who }፦ አሁንም በ{ $before }፣ ግን ወደ { $after } ሊገባ ተቃርቧል
more_calls = እና { $count } ተጨማሪ
