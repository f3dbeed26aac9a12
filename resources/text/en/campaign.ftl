# Campaigns: whom to write to, whom to hold back, and what it brought.

contact_list = Contact
held_back_list = Held back
workbook = Campaign.xlsx
book_title = Campaign lists
book_list = List
book_total = Both lists
rule = Please
rule_means = Leave those on the list “Held back” alone until the campaign is over: the difference to them is what it brought.

made =
    Campaign { $number }: { $contacted ->
        [one] 1 customer
       *[other] { $contacted } customers
    } to contact for { $cost } of { $budget }, { $held_back } held back.
segment_line =
    { $beyond ->
        [0] { $segment }  { $name }: { $contacted } to contact, { $held_back } held back
       *[other] { $segment }  { $name }: { $contacted } to contact, { $held_back } held back, { $beyond } beyond the budget
    }
opted_out =
    { $customers ->
        [one] 1 customer of these segments asked not to be contacted ({ $columns }) and is in neither list.
       *[other] { $customers } customers of these segments asked not to be contacted ({ $columns }) and are in neither list.
    }
unknown =
    { $customers ->
        [one] 1 row without a { $column } of its own is in neither list: a customer must be in one of the two.
       *[other] { $customers } rows without a { $column } of their own are in neither list: a customer must be in one of the two.
    }
cannot_follow = This file has no column with customer numbers, so SegDesk won't be able to say what the campaign brought.
smallest = By { $column } as it is now, a difference of { $smallest } per customer between the two lists would be seen in four of five campaigns; a smaller one may go unseen.
next = When the next file is there: segdesk uplift { $number } FILE

by_file = By { $file }, column { $column }.
outcome_spending = Spending per customer
outcome_buying = Customers who bought
figures = Contacted ({ $contacted }): { $contacted_mean } · held back ({ $held_back }): { $held_back_mean }
figures_adjusted = Contacted ({ $contacted }): { $contacted_mean } · held back ({ $held_back }): { $held_back_mean } · what each had spent before is taken into account
spending_more = The contacted spent { $difference } more each than those held back (95% interval { $low } to { $high }).
spending_less = The contacted spent { $difference } less each than those held back (95% interval { $low } to { $high }).
spending_no_difference = No difference is seen: the contacted spent between { $low } and { $high } against those held back (95% interval).
buying_more = { $difference } more of the contacted bought than of those held back (95% interval { $low } to { $high } points).
buying_less = { $difference } fewer of the contacted bought than of those held back (95% interval { $low } to { $high } points).
buying_no_difference = No difference is seen: between { $low } and { $high } points (95% interval).
points = { $points } points
too_few = Too few to tell: with so many customers only a difference of { $smallest } would be seen in four of five campaigns (95% interval { $low } to { $high }).
absent_is_zero =
    { $customers ->
        [one] 1 customer of the campaign isn't among the sales, and counts as having spent nothing.
       *[other] { $customers } customers of the campaign aren't among the sales, and count as having spent nothing.
    }
absent_is_unknown =
    { $customers ->
        [one] 1 customer of the campaign isn't in the file and is left out.
       *[other] { $customers } customers of the campaign aren't in the file and are left out.
    }

not_money = “{ $text }” isn't an amount of money. Write a number above 0 with a point before decimals, such as 1500 or 2.50.
control_share = The share that is held back must be above 0 and at most { $most }.
no_segment = There is no segment { $segment }: they are numbered 0 to { $last }.
repeated_segment = Segment { $segment } is named twice. Name each once, the most important first.
no_segments_word = “{ $text }” isn't a list of segments. Write their numbers with commas, such as 2,0.
no_column = There is no column called “{ $name }” in this file.
not_numbers = The column “{ $name }” holds no numbers. Name the column that says what customers spent.
no_budget = A budget of { $budget } doesn't pay for one customer at { $cost }. Raise the budget or lower the cost.
nobody = None of these segments' customers may be contacted: they asked not to be, or have no customer number. Choose other segments.
no_identifier = The file of this campaign has no customer numbers, so the contacted can't be found again. Make a campaign from a file with a column of customer numbers.
no_such_numbers = { $name } has no column “{ $column }” with customer numbers. Rename its column of customer numbers so.
no_spending = { $name } has no column that says what customers spent, by its name or by the campaign’s file. Say which one it is.
no_match = None of the campaign's customers are in { $name }: no { $column } is the same. Check that it is the right file.
too_few_found = Fewer than two of the contacted or of those held back are in { $name }. Use a file with all customers.
