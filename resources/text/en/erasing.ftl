# Removing one person, in the window.

title = Erase this person
close = Close without erasing anybody
line = Somebody who asks to be forgotten is removed from every dataset, run and placement. It can't be undone.
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
