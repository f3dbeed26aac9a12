# The page where customer lists are chosen and saved.

title = የደንበኞች ዝርዝሮች
intro = ለእያንዳንዱ ክፍል አንድ ዝርዝር፣ ለሱቁ፣ ለሚደውሉት ወይም መልእክት ለሚልኩት። እርስዎ ወደሚመርጡት አቃፊ ይገባሉ።
back = ተመለስ
segments = የየትኞቹ ክፍሎች
use = { $name }ን ዘርዝር፣ { $customers } ደንበኞች
columns = ከየትኞቹ ዓምዶች ጋር
format = ለየትኛው ፕሮግራም
format_csv = የCSV ፋይሎች
format_csv_line = ለእያንዳንዱ ክፍል አንድ ፋይል። Excel እና ሁሉም የመልእክት መላኪያ ፕሮግራሞች ይከፍቷቸዋል።
format_xlsx = የExcel ፋይል
format_xlsx_line = ለእያንዳንዱ ክፍል አንድ ሉህ፣ ማጠቃለያም ጭምር። ቁጥሮችና ቀኖች እንደ ቁጥርና ቀን ይቆያሉ።
opt_out = እንዳናገኛቸው የጠየቁትን ተው
everybody = እንዳናገኛቸው የጠየቁትንም ጨምሮ የሁሉም ደንበኞች ዝርዝር ጨምር
about = የእያንዳንዱ ደንበኛ ክፍልና የክፍሉ ስም በመጨረሻዎቹ ሁለት ዓምዶች ውስጥ ይገኛሉ።
sum =
    { $lists ->
        [one] { $lists } ዝርዝር
       *[other] { $lists } ዝርዝሮች
    }፣ { $customers ->
        [one] { $customers } ደንበኛ
       *[other] { $customers } ደንበኞች
    }፣ { $columns ->
        [one] { $columns } ዓምድ
       *[other] { $columns } ዓምዶች
    }
no_segment = ክፍል ይምረጡ።
no_column = ዓምድ ይምረጡ።
save = ዝርዝሮቹን አስቀምጥ…
