# The page of one segment: who its customers are, what to do, what it would bring.

back = Overview
back_says = Back to the overview
position = { $number } of { $count }
previous = Previous segment
next = Next segment
customers = List these customers
waiting = Drawing the segments’ portraits …
failed = The portraits couldn’t be drawn. { $why }

contrasts = What sets them apart
above = { $size } standard deviations above all customers
below = { $size } standard deviations below all customers
money = Customers and sales
of_customers = Of customers
of_sales = Of sales
sales_by = Sales by { $column }.
reliability = Would they come back?
reliability_figure = { $repeats } repeats found them { $figure } alike (1 is the same customers, 0 none).
reliability_unknown = Not checked yet.
rule = How to know them
rule_finds = Finds { $coverage } of them. Of those it finds, { $precision } belong here.
rule_flattered = Measured on the same few customers it was made from, so expect less.
no_rule = No short rule tells them from the others. Use the customer list.
actions = What to do
because = because of { $trait }
edit_actions = Change these actions
no_actions = No action is planned for such a segment.
typical = A typical customer
typical_row = Row { $row } of the file: the customer nearest to the middle of the segment.
missing = not given
what_if = What if some of them bought once more?
what_if_says = Share of these customers who buy once more, in percent
gain_range =
    { $count ->
        [one] from 1 customer, between { $low } and { $high }
       *[other] from { $count } customers, between { $low } and { $high }
    }
nine_in_ten = Nine in ten such campaigns would end in that range.
compare = Segments side by side
compare_hint = Choose up to { $most }. Numbers show the value in the middle, categories the commonest.
compare_says = Compare { $name }
compare_waiting = Adding up the columns …
column = Column
everybody = All customers
