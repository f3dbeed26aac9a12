# What can be tidied in a table, and what was. Each sentence says what the change does, made or not.

age = “{ $name }”: the age in { $year }, worked out from “{ $column }”.
tenure = “{ $name }”: the days as a customer, from “{ $column }” to { $day }.
total = “{ $name }”: { $columns } added up, used in their place.
household = “{ $name }”: { $columns } added up, used in their place.
fold = In “{ $column }”, values are joined: { $levels }.
spellings = In “{ $column }”, spellings of the same value are joined: { $levels }.
neighbours = In “{ $column }”, values that few customers have are joined with their neighbours: { $levels }.
rare = In “{ $column }”, values that hardly any customer has are joined: { $levels }.
missing =
    { $count ->
        [one] In { $columns }, { $value } counts as “not known”: 1 cell becomes blank.
       *[other] In { $columns }, { $value } counts as “not known”: { $count } cells become blank.
    }
below =
    { $count ->
        [one] 1 customer is set aside whose “{ $column }” is below { $low }: { $values }.
       *[other] { $count } customers are set aside whose “{ $column }” is below { $low }: { $values }.
    }
above =
    { $count ->
        [one] 1 customer is set aside whose “{ $column }” is above { $high }: { $values }.
       *[other] { $count } customers are set aside whose “{ $column }” is above { $high }: { $values }.
    }
outside =
    { $count ->
        [one] 1 customer is set aside whose “{ $column }” isn't between { $low } and { $high }: { $values }.
       *[other] { $count } customers are set aside whose “{ $column }” isn't between { $low } and { $high }: { $values }.
    }

no_columns = One of the saved changes names no column. Mend it in the recipe, or read the file without the recipe.
no_column = The saved changes need a column “{ $column }”, and this file has none. Rename the file's column, or read the file without them.
wrong_kind =
    { $needed ->
        [text] The saved changes need words in “{ $column }”, and this file has none there. Read the file without them.
        [date] The saved changes need dates in “{ $column }”, and this file has none there. Say how its dates are written, or read the file without them.
       *[number] The saved changes need numbers in “{ $column }”, and this file has none there. Say how its numbers are written, or read the file without them.
    }
no_name = The column to be made of { $columns } has no name. Give it one in the recipe.
name_taken = The saved changes make a column “{ $name }”, and this file has one already. Rename the file's column, or read the file without them.
no_reference = Nothing says on which day “{ $column }” ends: the file has no dates. Give a year in the recipe.
reference = “{ $text }” is no year and no day. Write it as 2026 or 2026-01-31.
nobody_left = Of { $rows } customers fewer than two would stay. Set fewer of them aside.
