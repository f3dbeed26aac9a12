# Saved recipes by name.

title = Recipes
line = A recipe holds every choice that decided a result, and no customer. Use last month's on this month's file.
back = Back
import = Import a recipe…
keep_line = Keep the recipe of the result on { $dataset }
name = A name for it, such as “Every month”
save = Keep it
taken = There is a recipe “{ $name }” already. Give this one another name.
none = There are no recipes yet. Keep the one of a result you like, or drop a recipe file here.
about = { $method } · { $segments ->
        [0] as many segments as the data suggests
        [one] 1 segment
       *[other] { $segments } segments
    } · { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }{ $known ->
        [yes] {" "}· { $dataset }
       *[no] {""}
    } · { $when }
damaged = It has been altered and can't be read. Delete it · { $when }
run = Run on a new file…
run_says = Run { $name } on a new file
export = Export…
export_says = Export { $name } as a JSON file
rename = Rename { $name }
rename_says = Another name: Enter keeps it, Esc leaves it
delete = Delete { $name }
rename_what = rename { $name }
help_rename = Give a saved recipe another name.
running_line = “{ $name }” on a new file
back_to_list = All recipes
drop = Drop the file that the recipe shall run on
drop_line = SegDesk reads it as it read the first one, and says what differs before it begins.
which = Which recipe shall run on { $file }? Choose “Run on a new file” beside one.
kept = The recipe is kept as “{ $name }”.
imported = The recipe was imported as “{ $name }”.
exported = “{ $name }” is in { $path }
done = “{ $name }” has run on { $file }: { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    }
show = Show the segments
choose_title = Choose a recipe
file_kinds = Recipes (*.json)
save_title = Save the recipe
busy = One moment…
