# Why a column got its role, or was left out.

user = You left it out.
empty = It has no values.
constant =
    { $share ->
        [100] It is the same for every customer.
       *[other] It is the same for { $share }% of customers.
    }
date = Dates tell when, not how customers differ. You can use it as a measure: days since its first date.
row_number = It counts the rows.
unique = Nearly every customer has a value of their own, like a customer number.
id_name = By its name it numbers or names things.
part_of = It went into “{ $column }”, and would count twice.
near_copy = It says nearly the same as “{ $of }”, and would count twice.
free_text = It holds sentences.
email = It holds e-mail addresses.
phone = It holds telephone numbers.
person_name = It holds people's names.
contact = It says who may be contacted, not what customers are like. Lists and campaigns follow it; it isn't used for grouping.
postcode = Postcodes are no amounts. Shown in profiles, not used for grouping.
coordinate = Places on the map are no amounts. Shown in profiles, not used for grouping.
time = It holds times of day.
many_levels = It has { $levels } different values, too many to compare (up to { $limit } here). Shown in profiles, not used for grouping.
grouped_levels = It has { $levels } different values. The { $kept } commonest are used, the others count as one.
codes = Its numbers look like codes for kinds, not like amounts.
skewed = A few values are far larger than the rest, so it is compared on a log scale.
