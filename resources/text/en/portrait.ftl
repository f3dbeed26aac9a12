# The card of a segment: who its customers are, in sentences.

contrast = { $column } { $times }× the average: { $value } against { $overall }
below = { $column } under { $high }
from = { $column } { $low } or more
between = { $column } { $low } to under { $high }
before = { $column } before { $high }
since = { $column } since { $low }
from_to = { $column } from { $low } to before { $high }
one_of = { $column } { $levels }
or = { $first } or { $last }
and = { $first } and { $last }
rule = { $conditions }: finds { $coverage }, right { $precision }
rule_flattered = { $conditions }: finds { $coverage }, right { $precision } (measured on the same few customers)
advice = { $action } · because of { $trait }
share = { $share } of customers
sales = { $share } of customers, { $sales } of sales
gain = If { $share } of { $name } bought once more: + { $middle } ({ $low } to { $high })
gain_basket = A purchase is taken to be worth what { $column } says.
gain_per_purchase = A purchase is taken to be worth { $sales } over { $visits }.
gain_per_visit = A purchase is taken to be worth { $sales } over the visits that { $visits } makes in a year.
size =
    { $size ->
        [one] 1 customer
       *[other] { $size } customers
    }
segment_line = { $number }  { $name } · { $size } · { $brings }
persona_line = Like: { $persona }
rule_line = How to know them: { $rule }
typical_line = Typical: row { $row } · { $values }
value = { $column } { $value }
advice_line = To do: { $advice }
no_sales = No column says what a customer brings in sales.
outliers = { $size } without a segment
