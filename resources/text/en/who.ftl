# Who the customers of a segment are: what stands on its card only.

sales = of sales
sales_says = { $share } of sales
open_either = Click to list these customers, press Enter for more about them, F2 to rename
more = More
more_says = More about { $name }
rename = Rename
rename_says = Rename { $name }
name_says = Name of the segment. Enter saves, Esc leaves it as it was, empty brings SegDesk’s own name back.
name_taken = Another segment is called “{ $name }” already. Choose another name.
