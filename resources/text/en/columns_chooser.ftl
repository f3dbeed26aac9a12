# Which columns stand on customer lists, and in which order.

says = Columns on the lists
hint = Click or press Space to take a column in or out. Drag it, or press Alt and an arrow key, to move it.
up = Move up
down = Move down
all = All
none = None
as_file = As in the file
