# The columns of the file that was read.

about =
    { $rows ->
        [one] { $rows } ደንበኛ
       *[other] { $rows } ደንበኞች
    } · { $columns ->
        [one] { $columns } ዓምድ
       *[other] { $columns } ዓምዶች
    }
back = ወደ ፋይሎችዎ ተመለስ
show_rows = ረድፎቹን አሳይ
table = የፋይሉ ዓምዶች
preview = የፋይሉ የመጀመሪያ ረድፎች

head_name = ዓምድ
head_role = ሚና
head_values = እሴቶች
head_example = ለምሳሌ
head_missing = የጎደለ
head_note = ማስታወሻ

role_of = የ{ $column } ሚና
role_says = { $column } የሚያገለግለው እንደ { $role } ነው
counts_say = የ{ $column } እሴቶች ምን ያህል ጊዜ እንደሚመጡ፣ ከግራ ወደ ቀኝ፦ { $counts }
missing_says =
    { $missing ->
        [0] የጎደለ እሴት የለም
        [one] ከ{ $rows } እሴቶች { $missing } ጎድሏል
       *[other] ከ{ $rows } እሴቶች { $missing } ጎድለዋል
    }
hardly = < 0.1%
your_choice = የእርስዎ ምርጫ
undo = መልስ
undo_says = { $note }። ወደ { $role } ለመመለስ Enter ይጫኑ

about_measure = መጠን፣ ብዛት ወይም ነጥብ። የሚቀራረቡ እሴቶች ያሏቸው ደንበኞች ይመሳሰላሉ።
about_category = ለእያንዳንዱ ደንበኛ የተሰጠ ቃል ወይም ኮድ። አንድ ዓይነት ያላቸው ደንበኞች ይመሳሰላሉ።
about_date = ቀን። ስለ ክፍሎች ይናገራል እንጂ አይሠራቸውም።
about_identifier = የአንድ ደንበኛ ቁጥር ወይም ስም። ክፍሎችን በፍጹም አይሠራም።
about_text = ነጻ ጽሑፍ። ክፍሎችን አይሠራም።
about_describe = በክፍሎች መገለጫዎች ውስጥ ይታያል፣ ክፍሎቹን ለመሥራት ግን አያገለግልም።
about_ignored = አያገለግልም፣ አይታይምም።

receipt = የማስገባት ማጠቃለያ
receipt_lines = የፋይሉ መስመሮች
receipt_rows = የተነበቡ ረድፎች
receipt_in_lines =
    { $count ->
        [one] በፋይሉ መስመር { $lines } ላይ
       *[other] በፋይሉ መስመሮች { $lines } ላይ
    }
receipt_duplicates = የተደገሙ ረድፎች (አልተወገዱም)
receipt_first_date = የመጀመሪያ ቀን
receipt_last_date = የመጨረሻ ቀን
receipt_total = የ{ $column } ድምር
receipt_columns = ዓምዶች
receipt_used = ለክፍሎች የሚያገለግሉ
receipt_missing = የጎደሉ ሕዋሶች
notes = ምን እንዳደረግንና ለምን
no_notes = ፋይሉ እንዳለ ተነብቧል። መስተካከል የነበረበት ነገር የለም።
continue = ቀጥል
none_used = ገና የሚያገለግል ዓምድ ስለሌለ ደንበኞችን የሚያወዳድር ነገር የለም። ቢያንስ አንድ ዓምድ እንደ መጠን ወይም እንደ ምድብ ይጠቀሙ።
