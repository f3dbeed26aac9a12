# The report that is printed and handed on.

title = የደንበኛ ክፍሎች
title_of = የደንበኛ ክፍሎች · { $name }
subtitle = ደንበኞችዎ እነማን እንደሆኑ፣ ይህ ምን ያህል እርግጠኛ እንደሆነና ምን እንደሚደረግ።
unknown_format = SegDesk የ“{ $suffix }” ሪፖርት መሥራት አይችልም። የፋይሉ ስም መጨረሻ .pdf ወይም .html ይሁን።
fact_file = ፋይል
fact_customers = ደንበኞች
fact_method = ዘዴ
fact_made = የተሠራበት ቀን
segments_by =
    { $segments ->
        [one] { $segments } ክፍል
       *[other] { $segments } ክፍሎች
    } · { $method }
not_checked = ገና አልተመረመረም
not_checked_line = ይመርምሩ፣ ከዚያ እንደገና ያትሙ
advice_unknown = እነዚህ ክፍሎች እውነተኛ መሆናቸውና ይደገሙ እንደሆነ ገና አልተመረመረም። ገንዘብ ከማውጣትዎ በፊት ይህን ይመርምሩ።
shares_title = ክፍሎቹ
share_heading = ከደንበኞች
sales_heading = ከሽያጭ
customers =
    { $count ->
        [one] { $figure } ደንበኛ
       *[other] { $figure } ደንበኞች
    }
fewer_than = ከ{ $count } ያነሱ
sales_by = የሽያጭ ድርሻ በ{ $column } መሠረት።
no_sales = ደንበኞች ምን ያህል እንዳወጡ የሚናገር ዓምድ ስለሌለ የሽያጭ ድርሻዎች አይታወቁም።
share_safe = ለሌሎች ሊሰጥ ይችላል፦ ስሞች፣ ቁጥሮች ወይም ሌላ የግል መረጃ የለውም፤ ከ{ $count } ያነሱ ደንበኞች የሚጋሩት አይታይም።
full = ለውስጥ አገልግሎት ብቻ፦ ይህ ሪፖርት ነጠላ ደንበኞችን በፋይሉ ውስጥ እንዳሉ ያሳያል።
small_segment = ክፍል { $number } (ለመግለጽ በጣም ትንሽ)
small_note = ከ{ $count } ያነሱ ደንበኞች፦ ማንም እንዳይታወቅ የሚጋሩት አይታይም።

who_title = እነማን እንደሆኑ
who_intro = ለእያንዳንዱ ክፍል አንድ ካርድ፣ ትልቁ መጀመሪያ። አሃዞቹ መካከለኛ እሴቶች (median) ናቸው፣ ከሁሉም ደንበኞች ጋር ሲነጻጸሩ።
figure_customers =
    { $count ->
        [one] ደንበኛ
       *[other] ደንበኞች
    }
figure_share = ከደንበኞች
figure_sales_share = ከሽያጭ
figure_each = { $column } ለእያንዳንዱ
traits_title = ከሌሎች የሚለያቸው
actions_title = ምን ይደረግ
typical_title = ዓይነተኛ ደንበኛ

pictures_title = እንዴት እንደሚለያዩ
pictures_intro = ክፍሎቹን ከሁሉም ይበልጥ የሚለዩት ዓምዶች ቀድመው ይመጣሉ።

how_title = እንዴት እንደተሠራ
how_intro = ይህን በዚሁ ፋይልና በእነዚህ ምርጫዎች የሚደግም ሁሉ ተመሳሳይ ክፍሎችን ያገኛል።
file_rows =
    { $rows ->
        [one] { $name }፣ { $rows } ረድፍ
       *[other] { $name }፣ { $rows } ረድፎች
    }
how_measures = ያገለገሉ መጠኖች
how_categories = ያገለገሉ ምድቦች
how_encoding = የማወዳደሪያ መንገድ
how_count = የክፍሎች ቁጥር
how_quality = ምን ያህል እንደሚለያዩ
them = እነዚህ ደንበኞች
how_pca = የተቀለለው ወደ
how_versions = ስሪቶች
seed = መነሻ ቁጥር (seed) { $seed }
none = የለም
silhouette = የመለየት መጠን (silhouette) { $value } ({ $band })
pca =
    { $directions ->
        [one] ከልዩነቶቹ { $share } የያዘ { $directions } አቅጣጫ
       *[other] ከልዩነቶቹ { $share } የያዙ { $directions } አቅጣጫዎች
    }
count_because = { $segments }። { $reason }
count_chosen = { $segments }፣ እንደተጠየቀው
receipt_title = የፋይሉ የማስገባት ማጠቃለያ
receipt_lines = የፋይሉ መስመሮች
receipt_rows = የተነበቡ ረድፎች
receipt_left_out = የተተዉ
receipt_duplicates = የተደገሙ ረድፎች (አልተወገዱም)
receipt_blanks = ባዶ ሕዋሶች
receipt_dates = ቀኖች
receipt_total = የ{ $column } ድምር

log_title = የውሳኔዎች መዝገብ
log_intro = SegDesk ራሱ ወይም እርስዎ የወሰናችሁት። እያንዳንዱ በዓምዶቹና በአሠራሩ ውስጥ ሊቀየር ይችላል።
log_empty = SegDesk ራሱ የወሰነው ነገር የለም።
log_reading = ፋይሉ ሲነበብ
log_left_out = ከስሌቱ ውጭ የሆኑ ዓምዶች
log_done = ዓምዶቹ ሲዘጋጁ
left_out_because = { $column }፦ { $reason }

till_title = የገንዘብ ተቀባይ ካርድ
till_of = የገንዘብ ተቀባይ ካርድ · { $name }
till_intro =
    { $questions ->
        [one] ደንበኛው በየትኛው ክፍል እንደሆነ { $questions } ጥያቄ ይናገራል።
       *[other] ደንበኛው በየትኛው ክፍል እንደሆነ ቢበዛ { $questions } ጥያቄዎች ይናገራሉ። በጥያቄ 1 ይጀምሩ። መናገር የማይችል ወይም የማይፈልግ “አይ” እንዳለ ይቆጠራል።
    }
till_yes = አዎ
till_no = አይ
ask_below = { $column } ከ{ $limit } በታች?
ask_level = { $column }፦ { $level }?
go_to = ወደ { $number } ይሂዱ
right_in = ለ{ $share } ትክክል
till_agreement = የተለካ፦ ካርዱ የ{ $share } ደንበኞችን ክፍል በትክክል ይናገራል (በ95% እርግጠኝነት ከ{ $low } እስከ { $high })፤ ሁልጊዜ ትልቁን ክፍል መጥራት ለ{ $chance } ትክክል ይሆን ነበር። የተሞከረው ካርዱ ባልተሠራባቸው ደንበኞች ነው፦ { $customers } ደንበኞች፣ በ{ $folds } ቦታ ተከፍለው።
till_found = { $name }፦ { $share } ተገኝተዋል
till_unsure = ይህ ገንዘብ ሲከፈል ለሚቀርቡ ቅናሾች ግምታዊ መመሪያ ነው እንጂ ስለ አንድ ሰው የሚሰጥ ውሳኔ አይደለም።
because = ምክንያቱ { $trait }
written = ሪፖርቱ በ{ $path } ውስጥ አለ
