# Kinds of customers that users declare themselves.

aspect_income = income
aspect_age = age
aspect_score = spending score
aspect_tier = membership level
aspect_visits = visits
aspect_basket = basket
aspect_spend = spending
aspect_recency = days since the last visit
aspect_tenure = time as a customer
aspect_place = share in one place

standing_high = high
standing_low = low
standing_middle = in the middle
standing_not_low = not low

sign = { $aspect } { $standing }

no_name = A kind of customer needs a name. Type one.
taken = Another kind of customer is called “{ $name }” already. Choose another name.
no_signs = “{ $name }” says nothing of its customers. Give it at least one sign.
twice = “{ $name }” says two things of the same trait. Keep one of them.
many_signs = “{ $name }” has more than { $most } signs. Keep those that matter most.
no_file = SegDesk can’t open { $path }. Check that the file is there and may be read.
too_large = { $path } is larger than { $most } MB, so it is no list of actions. Choose another file.
not_actions = { $path } holds no marketing actions as SegDesk writes them. Choose a file that SegDesk exported.
unknown = { $what ->
    [entry] The file has actions for “{ $value }”, which SegDesk doesn’t know. It knows: { $known }.
    [action] The file has an action “{ $value }”, which SegDesk doesn’t know. It knows: { $known }.
    [aspect] The file speaks of “{ $value }”, which SegDesk doesn’t know. It knows: { $known }.
   *[standing] The file says that something is “{ $value }”, which SegDesk doesn’t know. It knows: { $known }.
}
