# About SegDesk.

title = About SegDesk
back = Back
version = Version { $version }
purpose = Customer segments for store managers, on your own computer.
private = SegDesk opens no connection to the internet and sends nothing to anybody: no customers, no usage, no errors.
languages = Languages
language_reviewed = { $name }
language_awaits = { $name }: awaiting a native reader's review
places = Where things are
data_folder = Data
log_folder = Log
settings_folder = Settings
open_data = Open the data folder
open_log = Open the log folder
copy = Copy these details
copied = Copied. Paste them where you report what went wrong.
licences = Licences
licences_line = SegDesk is under the MIT licence. It is made of other people's work, with thanks:
licence_list = Licence texts
licence_of = Licence of { $name }
