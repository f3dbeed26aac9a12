# Removing one person everywhere.

nobody = Nobody has “{ $value }” in a column “{ $column }” of any dataset. Check the spelling of both.
last_rows = After that the dataset “{ $name }” would have fewer than two rows. Delete the dataset instead: segdesk delete dataset { $id }.
done = Removed { $rows ->
        [one] one row
       *[other] { $rows } rows
    } from { $datasets ->
        [one] one dataset
       *[other] { $datasets } datasets
    }, { $runs ->
        [one] one run
       *[other] { $runs } runs
    } and { $placements ->
        [one] one placement
       *[other] { $placements } placements
    }. Nothing of it is left in the database.
backup = { $path } is a copy of an older database and may still hold this person. Delete it if you don't need it.
files = Files that you imported or exported yourself aren't touched.
removed_run = Run { $id } is gone as well: one of its segments held nobody else.
