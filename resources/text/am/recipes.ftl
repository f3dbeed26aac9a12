# Saved recipes by name.

title = አሠራሮች
line = አሠራር አንድን ውጤት የወሰኑትን ምርጫዎች ሁሉ ይይዛል፣ ደንበኛን ግን አይይዝም። ያለፈውን ወር አሠራር በዚህ ወር ፋይል ላይ ይጠቀሙ።
back = ተመለስ
import = አሠራር አስገባ…
keep_line = በ{ $dataset } ላይ ያለውን ውጤት አሠራር ያስቀምጡ
name = ለእርሱ የሚሆን ስም፣ ለምሳሌ “በየወሩ”
save = አስቀምጥ
taken = “{ $name }” የሚባል አሠራር አስቀድሞ አለ። ለዚህኛው ሌላ ስም ይስጡ።
none = ገና አሠራር የለም። የወደዱትን ውጤት አሠራር ያስቀምጡ፣ ወይም የአሠራር ፋይል ጎትተው እዚህ ይልቀቁ።
about = { $method } · { $segments ->
        [0] ውሂቡ የሚጠቁመውን ያህል ክፍሎች
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    } · { $columns ->
        [one] { $columns } ዓምድ
       *[other] { $columns } ዓምዶች
    }{ $known ->
        [yes] {" "}· { $dataset }
       *[no] {""}
    } · { $when }
damaged = ተለውጧል፣ ሊነበብ አይችልም። ይሰርዙት · { $when }
run = በአዲስ ፋይል ተጠቀም…
run_says = { $name }ን በአዲስ ፋይል ላይ ተጠቀም
export = አውጣ…
export_says = { $name }ን እንደ JSON ፋይል አውጣ
rename = የ{ $name }ን ስም ቀይር
rename_says = ሌላ ስም፦ Enter ያስቀምጠዋል፣ Esc ይተወዋል
delete = { $name }ን ሰርዝ
rename_what = የ{ $name }ን ስም መቀየር
help_rename = ለተቀመጠ አሠራር ሌላ ስም ይሰጣል።
running_line = “{ $name }” በአዲስ ፋይል ላይ
back_to_list = ሁሉም አሠራሮች
drop = አሠራሩ የሚሠራበትን ፋይል ጎትተው እዚህ ይልቀቁ
drop_line = SegDesk ፋይሉን እንደ መጀመሪያው ያነበዋል፣ ከመጀመሩ በፊትም የተለየውን ይናገራል።
which = በ{ $file } ላይ የትኛው አሠራር ይሥራ? ከአንዱ አጠገብ “በአዲስ ፋይል ተጠቀም” የሚለውን ይምረጡ።
kept = አሠራሩ “{ $name }” በሚል ስም ተቀምጧል።
imported = አሠራሩ “{ $name }” በሚል ስም ገብቷል።
exported = “{ $name }” በ{ $path } ውስጥ ነው
done = “{ $name }” በ{ $file } ላይ ሠርቷል፦ { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    }
show = ክፍሎቹን አሳይ
choose_title = አሠራር ይምረጡ
file_kinds = አሠራሮች (*.json)
save_title = አሠራሩን አስቀምጥ
busy = አንድ አፍታ…
