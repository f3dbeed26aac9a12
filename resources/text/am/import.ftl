# The first screen.

hero = የደንበኞች ፋይልዎን ጎትተው እዚህ ይልቀቁ
lead = CSV ወይም Excel፣ ከገንዘብ መመዝገቢያ ማሽንዎ፣ ከደንበኝነት ፕሮግራምዎ ወይም ከድረ ገጽ ሱቅዎ። ለእያንዳንዱ ደንበኛ ወይም ለእያንዳንዱ ሽያጭ አንድ ረድፍ።
choose = ፋይል ምረጥ
sample = በናሙናው ሞክር
keys = ወይም <span style="font-family: '{ $font }'">{ $open }</span> ይጫኑ፣ ወይም የፋይሉን አድራሻ በ<span style="font-family: '{ $font }'">{ $paste }</span> ይለጥፉ
reading = ፋይልዎን በማንበብ ላይ
cancel = ተው

recipes = የተቀመጡ አሠራሮች…
files = ፋይሎችዎ
files_empty = እዚህ ገና ምንም የለም። የሚከፍቱት እያንዳንዱ ፋይል ነገ እንደገና እንዲያገኙት ከክፍሎቹ ጋር በዚህ ኮምፒውተር ላይ ይቀመጣል።
files_hint = ዋናው ፋይል ወደ ሌላ ቦታ ቢዛወርም ፋይሎች እዚህ ይቆያሉ። አንዱን ለመሰረዝ ጠቋሚውን ሲያሳርፉበት የሚታየውን የቆሻሻ ቅርጫት ይጫኑ፤ “መልስ” እንደገና ያመጣዋል።
about =
    { $rows ->
        [one] { $rows } ደንበኛ · { $when }
       *[other] { $rows } ደንበኞች · { $when }
    }
runs =
    { $runs ->
        [one] { $runs } ውጤት
       *[other] { $runs } ውጤቶች
    }
runs_says =
    { $runs ->
        [one] የ{ $name }ን { $runs } ውጤት አሳይ
       *[other] የ{ $name }ን { $runs } ውጤቶች አሳይ
    }
row_says =
    { $runs ->
        [0] { $name }፣ { $about }
        [one] { $name }፣ { $about }፣ { $runs } ውጤት
       *[other] { $name }፣ { $about }፣ { $runs } ውጤቶች
    }
delete = { $name }ን ሰርዝ
