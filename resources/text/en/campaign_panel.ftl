# The panel where a campaign is planned.

title = Plan a campaign
intro = Choose whom to write to. Some are held back at random: next month the difference to them is what the campaign brought.
back = Back
segments = Segments, the first to be written to first
order = In which order segments are written to
order_sales = By sales
order_size = By size
order_sureness = By sureness
order_own = My own
by_sales = Ordered by sales per customer.
by_size = Ordered by size, the largest first.
by_size_only = Ordered by size: no column says what a customer brings in sales.
by_sureness = Ordered by how surely each segment would come back, the surest first.
by_own = In your own order: move a segment with its arrows.
use = Write to { $name }
up = Write to { $name } earlier
down = Write to { $name } later
uplift = What a campaign brought
lists = What stands on the lists
more = More choices
identifier = Customer number
sales = What customers spent
seed = Number of the draw
seed_line = The same number draws the same customers again.
by_itself = Found by SegDesk
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
