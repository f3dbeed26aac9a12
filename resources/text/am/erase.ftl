# Removing one person everywhere.

nobody = በየትኛውም የውሂብ ስብስብ “{ $column }” ዓምድ ውስጥ “{ $value }” ያለው ማንም የለም። የሁለቱንም አጻጻፍ ያረጋግጡ።
last_rows = ከዚያ በኋላ የውሂብ ስብስቡ “{ $name }” ከሁለት ያነሱ ረድፎች ይኖሩታል። ይልቁንም ስብስቡን በሙሉ segdesk delete dataset { $id } ብለው ይሰርዙ።
done = ከ{ $datasets ->
        [one] { $datasets } የውሂብ ስብስብ
       *[other] { $datasets } የውሂብ ስብስቦች
    }፣ ከ{ $runs ->
        [one] { $runs } ውጤት
       *[other] { $runs } ውጤቶች
    } እና ከ{ $placements ->
        [one] { $placements } ምደባ
       *[other] { $placements } ምደባዎች
    } { $rows ->
        [one] { $rows } ረድፍ ተወግዷል
       *[other] { $rows } ረድፎች ተወግደዋል
    }። በውሂብ ጎታው ውስጥ ከዚህ ምንም አልቀረም።
campaigns = { $campaigns ->
        [one] { $campaigns } ዘመቻ ያለዚህ ሰው እንደገና ተቆጥሯል
       *[other] { $campaigns } ዘመቻዎች ያለዚህ ሰው እንደገና ተቆጥረዋል
    }።
recipes = { $recipes ->
        [one] { $recipes } የተቀመጠ አሠራር ይህን ሰው ወይም ሌላ ማንም የሌለውን እሴት ይጠቅስ ነበር
       *[other] { $recipes } የተቀመጡ አሠራሮች ይህን ሰው ወይም ሌላ ማንም የሌለውን እሴት ይጠቅሱ ነበር
    }። ያ ክፍል ተወግዷል።
backup_gone = የአሮጌ የውሂብ ጎታ ቅጂም ይህን ሰው ይዞ ሊሆን ስለሚችል ተሰርዟል፦ { $path }።
backup_kept = { $path } የአሮጌ የውሂብ ጎታ ቅጂ ነው፣ አሁንም ይህን ሰው ይዞ ሊሆን ይችላል። ሌላ ፕሮግራም ከፍቶታል፦ እርስዎ ራስዎ ይሰርዙት።
elsewhere = ይኸው እሴት በ“{ $name }” ውስጥ “{ $column }” በሚለው ዓምድም አለ። ያው ሰው ከሆነ እዚያም ይደምስሱት።
still_open = ይህ ሰው ከሁሉም ዝርዝሮች ጠፍቷል፣ ነገር ግን ሌላ ፕሮግራም የSegDeskን የውሂብ ጎታ ስለከፈተ በፋይሎቹ ({ $path }) ውስጥ ዱካ ቀርቶ ሊሆን ይችላል። ያንን ፕሮግራም ይዝጉ፤ ከዚያ በኋላ ምንም አይቀርም።
left_out = ሰው ስለጠየቀ ተደምስሷል
files = እርስዎ ያስገቧቸው ወይም ያወጧቸው ፋይሎች አይነኩም።
removed_run = ውጤት { $id } እንዲሁ ጠፍቷል፦ ከክፍሎቹ አንዱ ሌላ ማንንም አልያዘም ነበር።
