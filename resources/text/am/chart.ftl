# Words in charts, on screen and in saved pictures.

cannot_write = ሥዕሉ ወደ { $path } ሊጻፍ አልቻለም። አቃፊው መኖሩን፣ ዲስኩ ቦታ እንዳለውና ፋይሉን ሌላ ፕሮግራም እንዳልከፈተው ያረጋግጡ፣ ወይም በሌላ ስም ያስቀምጡት።
unknown_format = SegDesk የ“{ $suffix }” ሥዕል መሥራት አይችልም። በPNG፣ በSVG ወይም በPDF ያስቀምጡት፦ የፋይሉ ስም መጨረሻ .png, .svg ወይም .pdf ይሁን።

customers_word =
    { $customers ->
        [one] ደንበኛ
       *[other] ደንበኞች
    }
donut_title = ደንበኞች እንዴት እንደተከፋፈሉ
bars_title = ክፍሎቹ ምን ያህል ትልቅ እንደሆኑ
dendrogram_title = አብረው የሚሄዱ ደንበኞች የትኞቹ እንደሆኑ
dendrogram_axis = የተጣመሩት ደንበኞች ምን ያህል እንደሚለያዩ
dendrogram_caption = { $joins } ከቅርንጫፎቹ በታች ያሉት አሃዞች እያንዳንዱ ቅርንጫፍ ስንት ደንበኞች እንደያዘ ይናገራሉ።
joins_last = የ{ $customers } ደንበኞች የመጨረሻዎቹ { $joins } ጥምረቶች።
joins_all =
    { $joins ->
        [one] የ{ $customers } ደንበኞች { $joins } ጥምረት ብቻ።
       *[other] የ{ $customers } ደንበኞች { $joins } ጥምረቶች በሙሉ።
    }
cut_label =
    { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    }

# Read out by a screen reader.
donut_name = የክፍሎች መጠን ቀለበት
bars_name = የክፍሎች መጠን አሞሌዎች
part_says = { $label }፦ { $figure } ({ $share })

# Curves: a figure with its standard error; a point read out or shown in a tool tip.
plus_minus = { $value } ± { $error }
curve_point = { $x_label } { $x }፦ { $y_label } { $y }

# Customers whom a density method left without a segment.
no_segment = ያለ ክፍል
size_ratio = ትልቁ ክፍል ሲነጻጸር ከትንሹ ጋር፦ { $ratio } ለ1

segment_word = ክፍል
customers_heading = ደንበኞች
share_word = ድርሻ
column_word = ዓምድ
all_customers = ሁሉም ደንበኞች

profile_title = እያንዳንዱን ክፍል የሚለየው
profile_hint = ይበልጥ ገላጭ ዓምዶች ቀድመው · ከአማካይ ደንበኛ በላይ / በታች · ቁጥሮቹ መካከለኛ እሴቶች ናቸው
radar_title = የእያንዳንዱ ክፍል ቅርጽ
radar_note = ደማቁ ቀለበት መካከለኛው ደንበኛ ነው፤ በውጫዊው ቀለበት ላይ ካለው ሌሎቹ ሁሉ ያነሰ አላቸው።
parallel_title = ክፍሎች ከዓምድ ወደ ዓምድ
parallel_note = መስመሮቹ መካከለኛ እሴቶችን ያገናኛሉ፤ ሰፋፊዎቹ ጥብጣቦች የእያንዳንዱን ክፍል መካከለኛ ግማሽ ይይዛሉ። ከፍታው በሁሉም ደንበኞች መካከል ያለው ደረጃ ነው።
spread_title = { $column } በእያንዳንዱ ክፍል
spread_note = ሳጥን፦ መካከለኛው ግማሽ፣ ከመካከለኛው እሴት (median) ጋር። መስመር፦ ከ100 ደንበኞች ከ5ኛው እስከ 95ኛው።
stack_note = የእያንዳንዱ ክፍል ደንበኞች ድርሻዎች።
middle_customer = የሁሉም መካከለኛ እሴት
rest_levels = ሌሎች በሙሉ

cell_measure =
    { $direction ->
        [same] { $segment }፦ { $column } { $value }፣ እንደ ሁሉም ደንበኞች
        [up] { $segment }፦ { $column } { $value }፣ የሁሉም { $overall }፤ ከአማካይ በ{ $effect } መደበኛ ልይይት (standard deviation) ይበልጣል
       *[down] { $segment }፦ { $column } { $value }፣ የሁሉም { $overall }፤ ከአማካይ በ{ $effect } መደበኛ ልይይት (standard deviation) ያንሳል
    }
cell_unknown = { $segment }፦ { $column } አይታወቅም
cell_level = { $segment }፦ { $column } በብዛት { $level }፣ { $share }፤ ከሁሉም ደንበኞች { $overall }
spread_says = { $segment }፦ ግማሹ ከ{ $p25 } እስከ { $p75 }፣ መካከለኛው { $p50 }፤ ከአሥሩ ዘጠኙ ከ{ $p5 } እስከ { $p95 }
percentile_5 = 5ኛ ፐርሰንታይል
percentile_95 = 95ኛ ፐርሰንታይል
row_word = ረድፍ
median_word = መካከለኛ
quartile_low = የታችኛው ሩብ
quartile_high = የላይኛው ሩብ

map_title = የደንበኞች ካርታ
map_axis = አቅጣጫ { $number } · ከልዩነቶቹ { $share }
map_axis_short = አቅጣጫ { $number } · { $share }
map_axis_spread = እንዲታይ የተዘረጋ
map_all = ሁሉም { $customers } ደንበኞች፣ እያንዳንዱ አንድ ነጥብ ነው፦ የሚቀራረቡት ይመሳሰላሉ።
map_density = ሁሉም { $customers } ደንበኞች፦ ቀለሙ በደመቀ ቁጥር እዚያ ያሉት ይበዛሉ።
map_sample = ከ{ $customers } ደንበኞች { $shown }፣ እያንዳንዱ ክፍል በመጠኑ ልክ፤ የሚቀራረቡት ይመሳሰላሉ።

radar_says = { $segment }፦ ከሁሉም ደንበኞች ከዚህ በታች ያሉት፦ { $values }
stack_says = { $segment }፦ { $shares }
