# A file of sales, and the customers made out of it: what it looks like, and which rules were applied.

repeated = { $customers } customers come again and again on { $lines } lines, so each line is a sale.
invoices = Each line has an invoice number (“{ $column }”), a date and an amount, so it is a sale.
chosen = You said which columns tell who bought, when and for how much, so each line is a sale.
one_row_each = Each customer has one row.
no_sales = No customers come again and again with dates and amounts, so each row is taken for a customer.
no_customer = These are sales without a customer number, so nobody can tell which of them belong to one customer. Export them again with the number of the customer or the loyalty card, or say which column has it.
no_date = These are sales without a date, so nobody can tell who bought lately. Export them again with the date of each sale.
no_amount = These are sales without amounts, so nobody can tell who spent how much. Export them again with the amount of each line, or its quantity and price.
not_sales = “{ $name }” doesn't look like sales: they have many lines for each customer, with dates and amounts. Its rows are taken for customers, so you can find segments in it right away.
no_column = A column “{ $column }” was named for the sales, and this file has none. It has: { $columns }.
not_dates = “{ $column }” was named as the date of the sales, and holds no dates. Name another column, or say how its dates are written.
not_numbers = “{ $column }” was named for amounts, quantities or prices, and holds no numbers. Name another column, or say how its numbers are written.
not_words = “{ $column }” was named for a category, a currency or a status, and holds no words. Name another column.
too_few_customers =
    { $customers ->
        [0] No line is left
       *[other] Only one customer is left
    } when the lines without a customer, a date or an amount are left out of the { $lines } lines. Check those columns in the file, then import it again.

last_day = Days since the last purchase are counted from the last day in the file, { $date }.
frequency_invoices = A purchase is one invoice, however many lines it has.
frequency_days = There are no invoice numbers, so all that a customer bought on one day is one purchase.
lines_without_customer =
    { $count ->
        [one] One line has
       *[other] { $count } lines have
    } no customer, or a stand-in such as “guest”, and { $count ->
        [one] was
       *[other] were
    } left out. Together: { $value }.
other_currencies =
    { $count ->
        [one] One line in another currency was
       *[other] { $count } lines in other currencies were
    } left out ({ $others }). Only { $currency } is added up: amounts in two currencies make no sum.
lines_without_date =
    { $count ->
        [one] One line without a date was
       *[other] { $count } lines without a date were
    } left out.
lines_without_amount =
    { $count ->
        [one] One line without an amount was
       *[other] { $count } lines without an amount were
    } left out.
cancelled_orders =
    { $count ->
        [one] One line of a cancelled order was
       *[other] { $count } lines of cancelled orders were
    } left out.
customers_without_lines =
    { $count ->
        [one] One customer has
       *[other] { $count } customers have
    } no line that counts, and so no row.
returns =
    { $count ->
        [one] One line is a return or a cancellation. Its
       *[other] { $count } lines are returns or cancellations. Their
    } { $value } is taken off what customers spent.
lines_without_money =
    { $count ->
        [one] One line has a price of zero. It counts as a line, but not as a purchase.
       *[other] { $count } lines have a price of zero. They count as lines, but not as purchases.
    }
duplicate_lines =
    { $count ->
        [one] One line is
       *[other] { $count } lines are
    } the same as an earlier one, and { $count ->
        [one] was
       *[other] were
    } kept: a till writes a line for each scan. If the sales were exported twice, take them out of the file first.
bought_nothing =
    { $count ->
        [one] One customer bought nothing and only has returns or lines without a price. The
       *[other] { $count } customers bought nothing and only have returns or lines without a price. Their
    } days are those of these lines.
by_name = There is no customer number, so customers are told apart by “{ $column }”. Two of the same name are one.
categories = The { $kept } categories that bring the most money have a share of their own, the others of { $all } are together in “share_other”.
carried =
    { $count ->
        [one] “{ $columns }” says the same on all lines of a customer, so it stands in their row.
       *[other] These say the same on all lines of a customer, so they stand in their row: { $columns }.
    } { $several ->
        [0] { "" }
        [one] Where one customer has several values, the last one counts.
       *[other] Where a customer has several values ({ $several } times), the last one counts.
    }

scores_describe = A score made from recency, frequency and money: to describe segments by, it would count them twice.
said_already = It follows other columns here and would count twice.
blank_for_one_purchase = It is blank for who bought on one day only, so it describes segments and doesn't make them.
