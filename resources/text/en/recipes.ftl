# Saved recipes by name.

title = Recipes
line = A recipe holds every choice that decided a run. Use last month's on this month's file.
back = Back
import = Import a recipe…
keep_line = Keep the recipe of the run on { $dataset }
name = A name for it, such as “Every month”
save = Keep it
taken = There is a recipe “{ $name }” already. Give this one another name.
none = There are no recipes yet. Keep the one of a run you like, or drop a recipe file here.
run = Run on a file…
run_says = Run { $name } on a file
export = Export…
export_says = Export { $name } as a JSON file
delete_says = Delete { $name }
