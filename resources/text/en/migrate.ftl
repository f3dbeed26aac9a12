# Two snapshots of the same customers.

no_identifier = No column tells who is who in both files. Give the customer number the role “Customer number” in both, and try again.
nobody_shared = No customer of the first file is in the second: the customer numbers have nothing in common. Choose two files of the same store.
rerun = Run { $id } repeats run { $before } on { $name }.
rerun_recipe = Run { $id } uses the recipe on { $name }.
became = { $number }  { $name } is what it was
is_new = { $number }  { $name } is new
left_out = “{ $column }” isn't in the file and was left out of the sums.
head = From run { $before } to run { $after }: { $shared ->
        [one] one customer is
       *[other] { $shared } customers are
    } in both (told by “{ $identifier }”), { $joined } joined, { $left } left.
moved = { $share } of them moved to another segment, when the old segments are kept as they were ({ $count ->
        [one] one customer
       *[other] { $count } customers
    }).
moved_refit = { $share } moved when the newer file is segmented anew. Two draws of the older month alone would move { $noise }.
moved_refit_only = { $share } moved when the newer file is segmented anew.
goalposts = The segments themselves moved: { $share } of the newer file's customers stand in another segment only because of that.
sales = Who moved brings { $sales } now (“{ $column }”).
unlike = { $count ->
        [one] One customer of the newer file looks
       *[other] { $count } customers of the newer file look
    } like none of the old segments.
survived = { $before } lives on as { $after } ({ $shared } of it).
split = { $before } has split into { $after } ({ $shared } of it).
merged = { $before } have become one: { $after } ({ $shared } of them).
disappeared = { $before } is gone; no new segment holds half of it.
appeared = { $after } is new.
flow = { $before } → { $after }: { $count ->
        [one] one customer
       *[other] { $count } customers
    }
joined = new customers
gone = customers who left
none = no segment
calls = To call, the best customers first:
call_moved = { $who }: from { $before } to { $after }
call_sliding = { $who }: still in { $before }, but nearly in { $after }
more_calls = and { $count } more
