# What can be tidied in a table, and what was. Each sentence says what the change does, made or not.

age = “{ $name }”፦ በ{ $year } ያለ ዕድሜ፣ ከ“{ $column }” የሚሰላ።
tenure = “{ $name }”፦ ደንበኛ የሆኑባቸው ቀናት፣ ከ“{ $column }” እስከ { $day }።
total = “{ $name }”፦ የ{ $columns } ድምር፣ በእነርሱ ፋንታ የሚያገለግል።
household = “{ $name }”፦ የ{ $columns } ድምር፣ በእነርሱ ፋንታ የሚያገለግል።
fold = በ“{ $column }” ውስጥ እሴቶች ይጣመራሉ፦ { $levels }።
spellings = በ“{ $column }” ውስጥ የአንድ እሴት የተለያዩ አጻጻፎች ይጣመራሉ፦ { $levels }።
neighbours = በ“{ $column }” ውስጥ ጥቂት ደንበኞች ያሏቸው እሴቶች ከጎረቤቶቻቸው ጋር ይጣመራሉ፦ { $levels }።
rare = በ“{ $column }” ውስጥ እጅግ ጥቂት ደንበኞች ያሏቸው እሴቶች ይጣመራሉ፦ { $levels }።
missing =
    { $count ->
        [one] በ{ $columns } ውስጥ { $value } “አይታወቅም” ተብሎ ይቆጠራል፦ { $count } ሕዋስ ባዶ ይሆናል።
       *[other] በ{ $columns } ውስጥ { $value } “አይታወቅም” ተብሎ ይቆጠራል፦ { $count } ሕዋሶች ባዶ ይሆናሉ።
    }
below =
    { $count ->
        [one] “{ $column }” ከ{ $low } በታች የሆነበት { $count } ደንበኛ ወደ ጎን ይደረጋል፦ { $values }።
       *[other] “{ $column }” ከ{ $low } በታች የሆነባቸው { $count } ደንበኞች ወደ ጎን ይደረጋሉ፦ { $values }።
    }
above =
    { $count ->
        [one] “{ $column }” ከ{ $high } በላይ የሆነበት { $count } ደንበኛ ወደ ጎን ይደረጋል፦ { $values }።
       *[other] “{ $column }” ከ{ $high } በላይ የሆነባቸው { $count } ደንበኞች ወደ ጎን ይደረጋሉ፦ { $values }።
    }
outside =
    { $count ->
        [one] “{ $column }” ከ{ $low } እስከ { $high } ያልሆነበት { $count } ደንበኛ ወደ ጎን ይደረጋል፦ { $values }።
       *[other] “{ $column }” ከ{ $low } እስከ { $high } ያልሆነባቸው { $count } ደንበኞች ወደ ጎን ይደረጋሉ፦ { $values }።
    }

no_columns = ከተቀመጡት ለውጦች አንዱ ዓምድ አይጠቅስም። በአሠራሩ ውስጥ ያስተካክሉት፣ ወይም ፋይሉን ያለ አሠራሩ ያንብቡ።
no_column = የተቀመጡት ለውጦች “{ $column }” የሚባል ዓምድ ይፈልጋሉ፣ ይህ ፋይል ግን የለውም። የፋይሉን ዓምድ ስም ይቀይሩ፣ ወይም ፋይሉን ያለ ለውጦቹ ያንብቡ።
wrong_kind =
    { $needed ->
        [text] የተቀመጡት ለውጦች በ“{ $column }” ውስጥ ቃላት ይፈልጋሉ፣ በዚህ ፋይል ግን እዚያ ቃላት የሉም። ፋይሉን ያለ ለውጦቹ ያንብቡ።
        [date] የተቀመጡት ለውጦች በ“{ $column }” ውስጥ ቀኖች ይፈልጋሉ፣ በዚህ ፋይል ግን እዚያ ቀኖች የሉም። ቀኖቹ እንዴት እንደተጻፉ ይግለጹ፣ ወይም ፋይሉን ያለ ለውጦቹ ያንብቡ።
       *[number] የተቀመጡት ለውጦች በ“{ $column }” ውስጥ ቁጥሮች ይፈልጋሉ፣ በዚህ ፋይል ግን እዚያ ቁጥሮች የሉም። ቁጥሮቹ እንዴት እንደተጻፉ ይግለጹ፣ ወይም ፋይሉን ያለ ለውጦቹ ያንብቡ።
    }
no_name = ከ{ $columns } የሚሠራው ዓምድ ስም የለውም። በአሠራሩ ውስጥ ስም ይስጡት።
name_taken = የተቀመጡት ለውጦች “{ $name }” የሚባል ዓምድ ይሠራሉ፣ ይህ ፋይል ግን አስቀድሞ አለው። የፋይሉን ዓምድ ስም ይቀይሩ፣ ወይም ፋይሉን ያለ ለውጦቹ ያንብቡ።
no_reference = “{ $column }” በየትኛው ቀን እንደሚያበቃ የሚናገር ነገር የለም፦ ፋይሉ ቀኖች የሉትም። በአሠራሩ ውስጥ ዓመት ይስጡ።
reference = “{ $text }” ዓመትም ቀንም አይደለም። እንደ 2026 ወይም 2026-01-31 አድርገው ይጻፉት።
nobody_left = ከ{ $rows } ደንበኞች የሚቀሩት ከሁለት ያነሱ ይሆናሉ። ወደ ጎን የሚደረጉትን ደንበኞች ይቀንሱ።
