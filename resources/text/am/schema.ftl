# A new file held beside the one that a run was made from.

consent = አንዳንድ ዓምዶች ስማቸው የተቀየረ ወይም በሌላ መለኪያ የተቆጠሩ ይመስላሉ፦ { $proposals }። ትክክል ከሆነ ይስማሙ (--accept-mapping)፤ ካልሆነ የትኛው ዓምድ የትኛው እንደሆነ (--map) ወይም ማባዣውን (--scale) ይግለጹ።
currency = “{ $column }” አሁን በ{ $now } ነው፣ ቀድሞ በ{ $before } ነበር። --scale "{ $column }=FACTOR" ብለው በስንት እንደሚባዛ ይግለጹ።
no_such_column = የሚዛመድ “{ $name }” የሚባል ዓምድ የለም። በፋይሉና በውጤቱ ውስጥ ያሉትን ስሞች ይመልከቱና እንደገና ይሞክሩ።
no_columns = ክፍሎቹ ከተሠሩባቸው ዓምዶች አንዱም የለም፦ { $columns }። የመጀመሪያውን የመሰለ ፋይል ይምረጡ።
few_columns = ክፍሎቹ ከተሠሩባቸው { $used } ዓምዶች { $count } ይጎድላሉ፦ { $missing }። ከእነርሱ የበለጡትን የያዘ ፋይል ይምረጡ።
not_numbers = ክፍሎቹ ቁጥሮች በሚፈልጉበት “{ $column }” ውስጥ አሁን ቃላት አሉ። ፋይሉን ያርሙ፣ ወይም የትኛውን ዓምድ ማለትዎ እንደሆነ --map ተጠቅመው ይግለጹ።
not_dates = “{ $column }” አሁን ቀኖች የሉትም። ፋይሉን ያርሙ፣ ወይም የትኛውን ዓምድ ማለትዎ እንደሆነ --map ተጠቅመው ይግለጹ።
renamed = “{ $new }” እንደ “{ $old }” ተወስዷል (በ{ $score } ይመሳሰላሉ)።
same_word = “{ $new }” ማለት “{ $old }” ነው።
missing = “{ $column }” ይጎድላል።
added = “{ $column }” አዲስ ነው፤ ክፍሎቹ አያውቁትም።
new_levels = “{ $column }” አዲስ እሴቶች አሉት፣ በ{ $count ->
        [one] { $count } ረድፍ
       *[other] { $count } ረድፎች
    }፦ { $levels }።
scale = “{ $column }” በሌላ መለኪያ የሚቆጠር ይመስላል፦ ቀድሞ ከደንበኞቹ ግማሹ ከ{ $before } በላይ ነበሩ፣ አሁን ከ{ $now } በላይ ናቸው። በ{ $factor } ይባዛል።
scaled = “{ $column }” በ{ $factor } ይባዛል።
in_currency = “{ $column }” በ{ $now } ነው፤ ቀድሞ በ{ $before } ነበር።
settled = { $what ->
        [dayfirst] ቀኖችና ወሮች በመጀመሪያው ፋይል ቅደም ተከተል ይነበባሉ፣ ምክንያቱም ከዚህ ፋይል መለየት አይቻልም።
        [decimal] የአሥርዮሽ ምልክቱ የመጀመሪያው ፋይል ምልክት እንደሆነ ይወሰዳል፣ ምክንያቱም ከዚህ ፋይል መለየት አይቻልም።
       *[thousands] የሺዎች መክፈያ ምልክቱ የመጀመሪያው ፋይል ምልክት እንደሆነ ይወሰዳል፣ ምክንያቱም ከዚህ ፋይል መለየት አይቻልም።
    }
date_order = በዚህ ፋይል ውስጥ ቀኖች { $order ->
        [day] ቀን ቀድሞ
       *[month] ወር ቀድሞ
    } ተጽፈዋል፣ በመጀመሪያው ፋይል ግን በተቃራኒው ነው። የሚነበቡት እዚህ ፋይል ውስጥ እንዳሉ ነው።
