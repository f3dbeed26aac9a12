# The panel where a campaign is planned.

title = Plan a campaign
intro = Choose whom to write to. Some are held back at random: next month the difference to them is what the campaign brought.
back = Back
segments = Segments, the first to be written to first
by_sales = Ordered by sales per customer.
by_size = Ordered by size: no column says what a customer brings in sales.
use = Write to { $name }
cost = Cost per customer
budget = Budget
not_money = Write an amount above 0, such as 1500 or 2.50.
control = Held back
control_says = Share of customers who are held back, in percent
opt_out = Leave out who asked not to be contacted
plan = { $contacted } to contact, { $held_back } held back
plan_some = { $contacted } to contact, { $held_back } held back, { $beyond } beyond the budget
plan_beyond = All beyond the budget
plan_out = { $customers ->
        [one] 1 customer
       *[other] { $customers } customers
    }
sum = { $contacted } to contact for { $cost }
rest = { $rest } of the budget is left. { $held_back } are held back, at no cost.
nobody = Choose a segment.
no_budget = The budget doesn’t pay for one customer.
about = Who can’t be reached isn’t known yet: the lists may hold fewer.
make = Make the lists
