# The panel where a campaign is planned.

title = ዘመቻ አቅድ
intro = ለማን እንደሚላክ ይምረጡ። ጥቂቶች በዕጣ ለንጽጽር ይያዛሉ፦ በሚቀጥለው ወር ከእነርሱ ጋር ያለው ልዩነት ዘመቻው ያመጣው ነው።
back = ተመለስ
segments = ክፍሎች፣ መጀመሪያ የሚላክለት መጀመሪያ
order = ለክፍሎች የሚላክበት ቅደም ተከተል
order_sales = በሽያጭ
order_size = በመጠን
order_sureness = በአስተማማኝነት
order_own = በራሴ
by_sales = በአንድ ደንበኛ ሽያጭ የተደረደሩ።
by_size = በመጠን የተደረደሩ፣ ትልቁ መጀመሪያ።
by_size_only = በመጠን የተደረደሩ፦ አንድ ደንበኛ ምን ያህል ሽያጭ እንደሚያስገኝ የሚናገር ዓምድ የለም።
by_sureness = እያንዳንዱ ክፍል ይደገም እንደሆነ ባለው አስተማማኝነት የተደረደሩ፣ ይበልጥ አስተማማኙ መጀመሪያ።
by_own = በራስዎ ቅደም ተከተል፦ ክፍሉን በቀስቶቹ ያንቀሳቅሱ።
use = ለ{ $name } ላክ
up = { $name }ን አስቀድም
down = { $name }ን አዘግይ
uplift = ዘመቻ ያመጣው
lists = በዝርዝሮቹ ላይ የሚኖረው
more = ተጨማሪ ምርጫዎች
identifier = የደንበኛ ቁጥር
sales = ደንበኞች ያወጡት
seed = የዕጣ ቁጥር
seed_line = ያው ቁጥር እነዚያኑ ደንበኞች እንደገና ያወጣል።
by_itself = SegDesk ያገኘው
cost = ለአንድ ደንበኛ ወጪ
budget = በጀት
not_money = ከ0 የሚበልጥ የገንዘብ መጠን ይጻፉ፣ ለምሳሌ 1500 ወይም 2.50።
control = ለንጽጽር የሚያዙ
control_says = ለንጽጽር የሚያዙ ደንበኞች ድርሻ፣ በመቶኛ
opt_out = እንዳናገኛቸው የጠየቁትን ተው
plan = { $contacted } ይደርሳቸዋል፣ { $held_back } ለንጽጽር
plan_some = { $contacted } ይደርሳቸዋል፣ { $held_back } ለንጽጽር፣ { $beyond } ከበጀቱ በላይ
plan_beyond = ሁሉም ከበጀቱ በላይ
plan_out = { $customers ->
        [one] { $customers } ደንበኛ
       *[other] { $customers } ደንበኞች
    }
sum = { $contacted } መልእክት ይደርሳቸዋል፣ ወጪ { $cost }
rest = ከበጀቱ { $rest } ይቀራል። { $held_back } ያለ ወጪ ለንጽጽር ይያዛሉ።
nobody = ክፍል ይምረጡ።
no_budget = በጀቱ ለአንድ ደንበኛ እንኳ አይበቃም።
about = ማንን ማግኘት እንደማይቻል ገና አይታወቅም፦ ዝርዝሮቹ ያነሱ ሊይዙ ይችላሉ።
make = ዝርዝሮቹን አዘጋጅ
