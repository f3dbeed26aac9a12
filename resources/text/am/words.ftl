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
