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
campaigns = { $campaigns ->
        [one] One campaign was
       *[other] { $campaigns } campaigns were
    } counted anew without this person.
recipes = { $recipes ->
        [one] One saved recipe
       *[other] { $recipes } saved recipes
    } named this person, or a value that nobody else has. That part was taken out.
backup_gone = A copy of an older database was deleted as well, since it may have held this person: { $path }.
backup_kept = { $path } is a copy of an older database and may still hold this person. Another program keeps it open: delete it yourself.
elsewhere = The same value is also in the column “{ $column }” of “{ $name }”. If that is the same person, erase it there, too.
still_open = This person is gone from every list, but another program has SegDesk's database open, so traces may be left in its files ({ $path }). Close that program; then nothing of it is left.
left_out = Erased, as a person asked
files = Files that you imported or exported yourself aren't touched.
removed_run = Run { $id } is gone as well: one of its segments held nobody else.
