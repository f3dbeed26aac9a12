# Removing one person, in the window.

title = Erase this person
close = Close without erasing anybody
line = Somebody who asks to be forgotten is removed from every dataset, run, placement and campaign. It can't be undone.
stays_title = What changes, and what stays
changes = Sizes, lists, campaigns, sales and a file's receipt are counted anew without this person. The receipt says how many were erased.
stays = How sure the segments are (silhouette, “Are they real?”, “Would they come back?”) stays as it was found. It tells nothing of one person.
not_ours = Files that you imported or exported yourself aren't touched. Delete or mend them yourself.
looking = Looking…
also = The same value is also in the column “{ $column }” of “{ $name }”.
backups = { $count ->
        [one] A copy of an older database
       *[other] { $count } copies of older databases
    } that SegDesk made will be deleted as well.
column = Column that tells who is who
value = Value in that column
look = Look
nobody = Nobody has “{ $value }” in this column of any dataset. Check the spelling.
found = “{ $value }” is in { $rows ->
        [one] one row
       *[other] { $rows } rows
    } of { $datasets ->
        [one] one dataset
       *[other] { $datasets } datasets
    }. Type it once more to erase it.
again = Type the value again
erase = Erase for good
busy = Erasing…
