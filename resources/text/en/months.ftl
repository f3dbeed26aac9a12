# Two months of the same store's customers side by side.

title = Compare two months
line = What became of the { $segments } segments of { $dataset }?
drop = Drop next month's file
drop_line = It goes through the same recipe. SegDesk says who moved, who joined, who left and whom to call.
runs = Or a run that is here already:
runs_says = The newer run
run = { $dataset } · { $when } · { $title }
run_other = { $dataset } · { $when } · { $title } · other columns
compare = Compare
other = Another month…

moved = of { $shared } moved to another segment ({ $share })
joined_line = { $count ->
        [one] new customer
       *[other] new customers
    }
left_line = { $count ->
        [one] customer isn't there any more
       *[other] customers aren't there any more
    }
sales_moved = { $column } of those who moved
honest = Held to the old segments, { $moved } of the customers in both files changed place; segmented anew, { $anew } would, where chance alone makes it { $noise }: { $customers ->
        [moved] that is more than chance.
       *[chance] that may be no more than chance.
    } { $shifted } of the newer customers changed place only because the borders did: the segments { $segments ->
        [shifted] themselves have shifted.
       *[held] as such have held.
    }
honest_no_noise = Held to the old segments, { $moved } of the customers in both files changed place; segmented anew, { $anew } would. There are too few customers to say how much of that is chance. { $shifted } of the newer customers changed place only because the borders did.

flow_title = Who went where
flow_says = Bands from the older segments to where their customers are now
flow_caption = { $count ->
        [0] Nobody went from one segment to another. Pale bands stayed where they were.
        [one] One customer went from one segment to another. Pale bands stayed where they were.
       *[other] { $count } customers went from one segment to another. Pale bands stayed where they were.
    }
before = Before
after = Now
from = From
to = To
customers = Customers
joined = New customers
left = Not there any more
stayed_says = { $count ->
        [one] One customer stayed
       *[other] { $count } customers stayed
    } in { $name }.
band_says = { $count ->
        [one] One customer
       *[other] { $count } customers
    }: { $one } → { $other }.
band_sales = Their { $column }: { $sales }.

fates = What became of the segments
calls = Call these first
calls_line = { $count ->
        [0] Nobody has moved to a weaker segment or is sliding towards one.
        [one] One customer has moved to a weaker segment or is sliding towards one: at risk.
       *[other] { $count } customers are at risk, { $moved } moved to a weaker segment and { $sliding } sliding towards one. The best customers come first.
    }
calls_shown = The first { $count } are shown; the saved list has all.
customer = Customer
why = What happened
sales_before = Spent before
sales_now = Spends now
risk_moved = moved
risk_sliding = sliding
save_calls = Save the call list…
movers = Everybody who moved
save_movers = Save everybody who moved…
