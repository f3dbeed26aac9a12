# The data quality page: what each column holds, and how the measures go together.

pages = ከፋይሉ የሚታየው
page_columns = ዓምዶች
page_quality = የውሂብ ጥራት
waiting = ዓምዶቹን በማየት ላይ …
again = እንደገና ሞክር

callouts = ስለዚህ ፋይል ማወቅ ያለብዎት
strongest = ከሁሉም የጠነከረው ግንኙነት፦ { $pair }።
show = አሳይ
show_says = መጠኖቹ እንዴት አብረው እንደሚሄዱ አሳይ
nothing_odd = ያልተለመደ ነገር አልተገኘም፦ የማይለዋወጡ ዓምዶች፣ ቅጂ የሚመስሉ ዓምዶች፣ የተደገሙ ረድፎችም ሆኑ የግል መረጃዎች የሉም።
personal =
    { $count ->
        [one] የግል መረጃ ከስሌቱ ውጭ ይቆያል፦ { $columns }። እሴቶቹ እዚህ አይታዩም።
       *[other] የግል መረጃዎች ከስሌቱ ውጭ ይቆያሉ፦ { $columns }። እሴቶቻቸው እዚህ አይታዩም።
    }
empty =
    { $count ->
        [one] { $columns } ምንም እሴት የለውም።
       *[other] እነዚህ ዓምዶች ምንም እሴት የላቸውም፦ { $columns }።
    }
constant =
    { $count ->
        [one] { $columns } ለሁሉም ደንበኞች (ማለት ይቻላል) አንድ ዓይነት ነው፣ ስለዚህ ማንንም አይለይም።
       *[other] እነዚህ ዓምዶች ለሁሉም ደንበኞች (ማለት ይቻላል) አንድ ዓይነት ናቸው፣ ስለዚህ ማንንም አይለዩም፦ { $columns }።
    }
constant_column = { $column } ({ $share })
copies =
    { $count ->
        [one] አንድ ዓምድ ከሌላው ጋር አንድ ዓይነት ነገር ይናገራል ማለት ይቻላል፦ { $pairs }። ለክፍሎች ከሁለቱ አንዱን ብቻ ይጠቀሙ።
       *[other] አንዳንድ ዓምዶች ከሌሎች ጋር አንድ ዓይነት ነገር ይናገራሉ ማለት ይቻላል፦ { $pairs }። ለክፍሎች ከየሁለቱ አንዱን ብቻ ይጠቀሙ።
    }
copy_pair = { $copy } ≈ { $original }
and_more = { $list } እና { $count } ተጨማሪ
duplicates =
    { $count ->
        [one] { $count } ረድፍ በሁሉም ዓምዶች ቀድሞ የነበረን ረድፍ ይደግማል።
       *[other] { $count } ረድፎች በሁሉም ዓምዶች ቀድሞ የነበሩ ረድፎችን ይደግማሉ።
    }

table = የእያንዳንዱ ዓምድ የውሂብ ጥራት
table_hint = ለመደርደር ርዕስ ይጫኑ፣ ወይም በአንድ ዓምድ ውስጥ Enter ይጫኑ።
head_name = ዓምድ
head_type = ዓይነት
head_shape = ስርጭት
head_missing = የጎደለ
head_distinct = የተለያየ
head_outliers = ሩቅ እሴት
head_skew = ቅርጽ
head_range = ዝቅተኛ – ከፍተኛ

kind_number = ቁጥር
kind_text = ጽሑፍ
kind_date = ቀን
type_says = { $column }፦ { $kind }፣ የሚያገለግለው እንደ { $role }

hidden_personal = የግል፣ አይታይም
hidden = አይታይም
hidden_says = { $column }፦ እሴቶቹ አንዱን ደንበኛ ከሌላው ስለሚለዩ አይታዩም
no_values = እሴት የለም
levels_say = { $column }፦ { $levels }
level_share = { $level } { $share }
others = ሌሎች
spread_says = { $column }፦ ዝቅተኛው { $minimum }፣ ሩቡ ከ{ $lower } በታች፣ ግማሹ ከ{ $median } በታች፣ ሦስት አራተኛው ከ{ $upper } በታች፣ ከፍተኛው { $maximum }
distinct_says =
    { $count ->
        [one] { $column }፦ { $count } እሴት
       *[other] { $column }፦ { $count } የተለያዩ እሴቶች
    }
outliers_say =
    { $count ->
        [0] { $column }፦ በጣም ርቆ ያለ እሴት የለም
        [one] { $column }፦ { $count } እሴት በጣም ርቆ ይገኛል፣ ከመካከለኛው ግማሽ ከ3 የሩብ ክልሎች (interquartile range) በላይ ርቆ (የTukey ውጫዊ አጥር)
       *[other] { $column }፦ { $count } እሴቶች በጣም ርቀው ይገኛሉ፣ ከመካከለኛው ግማሽ ከ3 የሩብ ክልሎች (interquartile range) በላይ ርቀው (የTukey ውጫዊ አጥር)
    }
outliers_say_log =
    { $count ->
        [0] { $column }፦ በጣም ርቆ ያለ እሴት የለም፣ በረጅሙ ጭራ ምክንያት በሎጋሪዝም (log) ሚዛን ሲለካ
        [one] { $column }፦ { $count } እሴት በሎጋሪዝም (log) ሚዛን በጣም ርቆ ይገኛል፣ ከመካከለኛው ግማሽ ከ3 የሩብ ክልሎች (interquartile range) በላይ ርቆ (የTukey ውጫዊ አጥር)
       *[other] { $column }፦ { $count } እሴቶች በሎጋሪዝም (log) ሚዛን በጣም ርቀው ይገኛሉ፣ ከመካከለኛው ግማሽ ከ3 የሩብ ክልሎች (interquartile range) በላይ ርቀው (የTukey ውጫዊ አጥር)
    }
outliers_unknown = { $column }፦ ከእሴቶቹ ግማሹ አንድ ዓይነት ስለሆኑ ምንም እሴት በጣም ሩቅ ነው ሊባል አይችልም
skew_even = የተመጣጠነ
skew_tail_high = ጭራ ወደ ላይ
skew_tail_low = ጭራ ወደ ታች
skew_long_high = ረጅም ጭራ
skew_long_low = ረጅም የታች ጭራ
skew_says = { $column }፦ { $words }፣ የመዛነፍ መጠን (skewness) { $skew }

together = መጠኖቹ እንዴት አብረው እንደሚሄዱ
together_name = መጠኖቹ እንዴት አብረው እንደሚሄዱ የሚያሳይ ሥዕል
together_hint = ሁለት መጠኖችን በቀስት ቁልፎች ወይም በጠቋሚው ይምረጡ።
together_none = ከሁለት ያነሱ መጠኖች ስላሉ የሚነጻጸር ነገር የለም።
together_caption =
    { $logged ->
        [0] የPearson r፣ ሁለቱም እሴቶች ካሏቸው ደንበኞች።
       *[other] የPearson r፣ ሁለቱም እሴቶች ካሏቸው ደንበኞች፤ ረጅም ጭራ ያላቸው መጠኖች በሎጋሪዝም (log) ሚዛን።
    }
together_capped = ከ{ $total } መጠኖች ከሁሉም የጠነከረ ግንኙነት ያላቸው { $shown } ይታያሉ።
legend_opposite = −1 በተቃራኒው
legend_together = አብረው 1
pairs = የመጠኖች ጥንዶች፣ ከጠንካራው ጀምሮ
pair = መጠኖች
first = መጠን
second = ሌላው መጠን
how = እንዴት
figure = r
pair_names = { $first } · { $second }
pair_says = { $first } እና { $second }፦ { $how } ({ $figure })
matrix_says = { $count } መጠኖች። ከሁሉም የጠነከሩት፦ { $pairs }
how_unknown = መለየት አይቻልም
how_none = ግንኙነት የለም ማለት ይቻላል
how_slight_up = በጥቂቱ አብረው
how_slight_down = በጥቂቱ በተቃራኒው
how_some_up = በመጠኑ አብረው
how_some_down = በመጠኑ በተቃራኒው
how_strong_up = በጣም አብረው
how_strong_down = በጣም በተቃራኒው
how_copy_up = አንድ ዓይነት ማለት ይቻላል
how_copy_down = ፍጹም ተቃራኒ ማለት ይቻላል
save_png = በPNG
save_svg = በSVG
save_csv = በCSV
save_png_says = ይህን ሥዕል በPNG አስቀምጥ
save_svg_says = ይህን ሥዕል በSVG አስቀምጥ
save_csv_says = የዚህን ሥዕል አሃዞች በCSV አስቀምጥ
