# Words that the window, the command line and exports share.

today = today { $time }
yesterday = yesterday
# Dates by patterns of the Unicode CLDR: d is the day, MMM the month's short name (MMMM the whole), y the year.
date = d MMM y
day = d MMM
# By the Ethiopian calendar. EC says so: both calendars count years near 2020.
ethiopian_date = { $day } { $month } { $year } EC
ethiopian_day = { $day } { $month }
ethiopian_month_1 = Meskerem
ethiopian_month_2 = Tikimt
ethiopian_month_3 = Hidar
ethiopian_month_4 = Tahsas
ethiopian_month_5 = Tir
ethiopian_month_6 = Yekatit
ethiopian_month_7 = Megabit
ethiopian_month_8 = Miyazya
ethiopian_month_9 = Ginbot
ethiopian_month_10 = Sene
ethiopian_month_11 = Hamle
ethiopian_month_12 = Nehase
ethiopian_month_13 = Pagume
megabytes = { $size } MB
gigabytes = { $size } GB
money = { $value } { $currency }
seconds =
    { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }

role_measure = Measure
role_category = Category
role_date = Date
role_identifier = Identifier
role_text = Text
role_describe = Describe only
role_ignored = Left out

method_ward = Balanced groups
method_complete = Far-apart groups
method_average = Average distance
method_single = Chains
method_kmeans = Round groups
method_gmm = Soft groups
method_gmm_diagonal = Soft groups, simpler
method_dbscan = Crowds
method_hdbscan = Crowds of any density
term_ward = Ward
term_complete = Complete
term_average = Average
term_single = Single
term_kmeans = k-means
term_gmm = Gaussian mixture
term_gmm_diagonal = Gaussian mixture, diagonal
term_dbscan = DBSCAN
term_hdbscan = HDBSCAN

encoding_balanced = Balanced
encoding_classic = Classic
encoding_standardised = Standardised
encoding_raw = Raw

band_excellent = Excellent
band_good = Good
band_fair = Fair
band_poor = Poor

run_title = { $method } · { $segments } segments · silhouette { $silhouette }

trait_measure =
    { $direction ->
        [up] higher { $column }: { $value } against { $overall }
       *[down] lower { $column }: { $value } against { $overall }
    }
trait_even =
    { $direction ->
        [up] { $column } higher on average, though the middle is { $value } as for all
       *[down] { $column } lower on average, though the middle is { $value } as for all
    }
trait_date =
    { $direction ->
        [up] later { $column }: { $value } against { $overall }
       *[down] earlier { $column }: { $value } against { $overall }
    }
trait_level = { $column } { $level }: { $share } against { $overall }

name_high = high { $column }
name_low = low { $column }
name_very_high = very high { $column }
name_very_low = very low { $column }
name_late = late { $column }
name_early = early { $column }
name_mostly = mostly { $level }
name_more = more often { $level }
name_few = rarely { $level }
name_income =
    { $how ->
        [very_high] very high income
        [high] high income
        [very_low] very low income
       *[low] low income
    }
name_age =
    { $how ->
        [very_high] old
        [high] older
        [very_low] very young
       *[low] young
    }
name_score =
    { $how ->
        [very_high] very high spending score
        [high] high spending score
        [very_low] very low spending score
       *[low] low spending score
    }
name_visits =
    { $how ->
        [very_high] very frequent visits
        [high] frequent visits
        [very_low] very rare visits
       *[low] rare visits
    }
name_basket =
    { $how ->
        [very_high] very large baskets
        [high] large baskets
        [very_low] very small baskets
       *[low] small baskets
    }
name_spend =
    { $how ->
        [very_high] very high spending
        [high] high spending
        [very_low] very low spending
       *[low] low spending
    }
name_recency =
    { $how ->
        [very_high] not seen for very long
        [high] not seen for long
       *[low] seen lately
    }
name_tenure =
    { $how ->
        [very_high] with us for very long
        [high] with us for long
       *[low] new with us
    }
name_spent_on =
    { $how ->
        [very_high] very high spending on { $thing }
        [high] high spending on { $thing }
        [very_low] very low spending on { $thing }
       *[low] low spending on { $thing }
    }
name_counted =
    { $how ->
        [very_high] very many { $thing }
        [high] many { $thing }
        [very_low] very few { $thing }
       *[low] few { $thing }
    }
name_with =
    { $how ->
        [mostly] mostly with { $column }
        [more] more often with { $column }
       *[few] rarely with { $column }
    }
name_without =
    { $how ->
        [mostly] mostly without { $column }
        [more] more often without { $column }
       *[few] rarely without { $column }
    }
name_members =
    { $how ->
        [mostly] { $level } members
        [more] more { $level } members
       *[few] few { $level } members
    }
name_come =
    { $how ->
        [mostly] visits { $level }
        [more] often visits { $level }
       *[few] seldom visits { $level }
    }
name_average = Average customers
name_again = { $name } ({ $number })
