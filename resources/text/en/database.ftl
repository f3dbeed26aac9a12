# What the database says when it can't do what was asked: what happened, then what to do.
missing = There is no SegDesk database at { $path } yet. Import a customer file to create it, or check the path.
newer = The database { $path } was made by a newer SegDesk. Install the latest SegDesk to open it; nothing in it was changed.
foreign = The file { $path } belongs to another program. Choose another place for SegDesk's database; nothing in the file was changed.
unreadable = The file { $path } is damaged or isn't a database. Restore it from a copy, or move it away so that SegDesk starts a new one.
busy = The database { $path } is in use by another SegDesk. Wait until that has finished, or close it, and try again.
disk_full = The disk that holds { $path } is full, so nothing was saved. Free some space and try again.
disk_error = The disk failed while { $path } was being read or written, so nothing was saved. Check the disk or the network drive and try again.
read_only = SegDesk may not write to { $path }. Allow writing to the file and its folder, or choose another place for the database.
cannot_open = The database { $path } can't be opened. Check that it is a file and that you may read and write it and its folder.
folder = The folder { $path } for the database can't be created. Choose another place, or ask for the right to write there.
too_big = Something in this file is too long for the database { $path }. Shorten very long texts or column names and try again.
too_many_columns = The file has { $columns } columns; SegDesk can keep { $most }. Remove columns that you don't need and import it again.
no_backup = SegDesk couldn't write the backup { $path } and left the older database as it was. Allow writing to that folder and start SegDesk again.
no_dataset = There is no dataset number { $id }; it may have been deleted. Look at the list of datasets for the ones there are.
no_run = There is no run number { $id }; it may have been deleted. Look at the list of runs for the ones there are.
no_column = The dataset has no column named “{ $name }”. Check the spelling, with capital and small letters.
