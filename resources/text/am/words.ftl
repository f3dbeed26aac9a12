# Words that the window, the command line and exports share.

today = ዛሬ { $time }
yesterday = ትናንት
# Dates by patterns of the Unicode CLDR: the short names of months are cut too short in Amharic.
date = d MMMM y
day = d MMMM
# By the Ethiopian calendar.
ethiopian_date = { $month } { $day } ቀን { $year } ዓ.ም.
ethiopian_day = { $month } { $day }
ethiopian_month_1 = መስከረም
ethiopian_month_2 = ጥቅምት
ethiopian_month_3 = ኅዳር
ethiopian_month_4 = ታኅሣሥ
ethiopian_month_5 = ጥር
ethiopian_month_6 = የካቲት
ethiopian_month_7 = መጋቢት
ethiopian_month_8 = ሚያዝያ
ethiopian_month_9 = ግንቦት
ethiopian_month_10 = ሰኔ
ethiopian_month_11 = ሐምሌ
ethiopian_month_12 = ነሐሴ
ethiopian_month_13 = ጳጉሜን
megabytes = { $size } ሜባ
gigabytes = { $size } ጊባ
money = { $value } { $currency }
seconds =
    { $count ->
        [one] { $count } ሰከንድ
       *[other] { $count } ሰከንዶች
    }
minutes =
    { $count ->
        [one] { $count } ደቂቃ
       *[other] { $count } ደቂቃዎች
    }
hours =
    { $count ->
        [one] { $count } ሰዓት
       *[other] { $count } ሰዓታት
    }

role_measure = መጠን
role_category = ምድብ
role_date = ቀን
role_identifier = መለያ
role_text = ጽሑፍ
role_describe = ለመግለጽ ብቻ
role_ignored = የተተወ

method_ward = የተመጣጠኑ ቡድኖች
method_complete = የተራራቁ ቡድኖች
method_average = አማካይ ርቀት
method_single = ሰንሰለቶች
method_kmeans = ክብ ቡድኖች
method_gmm = ለስላሳ ቡድኖች
method_gmm_diagonal = ቀለል ያሉ ለስላሳ ቡድኖች
method_dbscan = ስብስቦች
method_hdbscan = ማንኛውም ጥግግት ያላቸው ስብስቦች
term_ward = Ward
term_complete = Complete
term_average = Average
term_single = Single
term_kmeans = k-means
term_gmm = Gaussian mixture
term_gmm_diagonal = Gaussian mixture, diagonal
term_dbscan = DBSCAN
term_hdbscan = HDBSCAN

encoding_balanced = የተመጣጠነ
encoding_classic = የተለመደ
encoding_standardised = በአንድ ሚዛን
encoding_raw = እንዳለ

band_excellent = እጅግ ጥሩ
band_good = ጥሩ
band_fair = መካከለኛ
band_poor = ደካማ

run_title = { $method } · { $segments } ክፍሎች · የመለየት መጠን { $silhouette }

trait_measure =
    { $direction ->
        [up] ከፍ ያለ { $column }፦ { $value } (የሁሉም { $overall })
       *[down] ዝቅ ያለ { $column }፦ { $value } (የሁሉም { $overall })
    }
trait_even =
    { $direction ->
        [up] { $column } በአማካይ ከፍ ያለ፣ መካከለኛው ግን እንደ ሁሉም { $value }
       *[down] { $column } በአማካይ ዝቅ ያለ፣ መካከለኛው ግን እንደ ሁሉም { $value }
    }
trait_date =
    { $direction ->
        [up] ዘግየት ያለ { $column }፦ { $value } (የሁሉም { $overall })
       *[down] ቀደም ያለ { $column }፦ { $value } (የሁሉም { $overall })
    }
trait_level = { $column } { $level }፦ { $share } (ከሁሉም { $overall })

name_high = ከፍተኛ { $column }
name_low = ዝቅተኛ { $column }
name_very_high = በጣም ከፍተኛ { $column }
name_very_low = በጣም ዝቅተኛ { $column }
name_late = ዘግየት ያለ { $column }
name_early = ቀደም ያለ { $column }
name_mostly = በአብዛኛው { $level }
name_more = { $level } የበዛበት
name_few = { $level } ያነሰበት
name_income =
    { $how ->
        [very_high] በጣም ከፍተኛ ገቢ
        [high] ከፍተኛ ገቢ
        [very_low] በጣም ዝቅተኛ ገቢ
       *[low] ዝቅተኛ ገቢ
    }
name_age =
    { $how ->
        [very_high] በዕድሜ የገፉ
        [high] በዕድሜ ከፍ ያሉ
        [very_low] በጣም ወጣቶች
       *[low] ወጣቶች
    }
name_score =
    { $how ->
        [very_high] በጣም ከፍተኛ የወጪ ነጥብ
        [high] ከፍተኛ የወጪ ነጥብ
        [very_low] በጣም ዝቅተኛ የወጪ ነጥብ
       *[low] ዝቅተኛ የወጪ ነጥብ
    }
name_visits =
    { $how ->
        [very_high] በጣም ተደጋጋሚ ጉብኝት
        [high] ተደጋጋሚ ጉብኝት
        [very_low] በጣም ጥቂት ጉብኝት
       *[low] ጥቂት ጉብኝት
    }
name_basket =
    { $how ->
        [very_high] በጣም ትልልቅ ግዢዎች
        [high] ትልልቅ ግዢዎች
        [very_low] በጣም ትንንሽ ግዢዎች
       *[low] ትንንሽ ግዢዎች
    }
name_spend =
    { $how ->
        [very_high] በጣም ከፍተኛ ወጪ
        [high] ከፍተኛ ወጪ
        [very_low] በጣም ዝቅተኛ ወጪ
       *[low] ዝቅተኛ ወጪ
    }
name_recency =
    { $how ->
        [very_high] ለእጅግ ረጅም ጊዜ ያልታዩ
        [high] ለረጅም ጊዜ ያልታዩ
       *[low] በቅርቡ የታዩ
    }
name_tenure =
    { $how ->
        [very_high] ለእጅግ ረጅም ጊዜ የቆዩ
        [high] ለረጅም ጊዜ የቆዩ
       *[low] በቅርቡ የመጡ
    }
name_spent_on =
    { $how ->
        [very_high] በ{ $thing } ላይ በጣም ከፍተኛ ወጪ
        [high] በ{ $thing } ላይ ከፍተኛ ወጪ
        [very_low] በ{ $thing } ላይ በጣም ዝቅተኛ ወጪ
       *[low] በ{ $thing } ላይ ዝቅተኛ ወጪ
    }
name_counted =
    { $how ->
        [very_high] በጣም ብዙ { $thing }
        [high] ብዙ { $thing }
        [very_low] በጣም ጥቂት { $thing }
       *[low] ጥቂት { $thing }
    }
name_with =
    { $how ->
        [mostly] በአብዛኛው { $column } ያላቸው
        [more] { $column } ያላቸው የበዙበት
       *[other] { $column } ያላቸው ያነሱበት
    }
name_without =
    { $how ->
        [mostly] በአብዛኛው { $column } የሌላቸው
        [more] { $column } የሌላቸው የበዙበት
       *[other] { $column } የሌላቸው ያነሱበት
    }
name_members =
    { $how ->
        [mostly] የ{ $level } አባላት
        [more] የ{ $level } አባላት የበዙበት
       *[other] የ{ $level } አባላት ያነሱበት
    }
name_come =
    { $how ->
        [mostly] { $level } የሚጎበኙ
        [more] { $level } የሚጎበኙ የበዙበት
       *[other] { $level } የሚጎበኙ ያነሱበት
    }
name_average = አማካይ ደንበኞች
name_again = { $name } ({ $number })
