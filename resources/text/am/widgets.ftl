# Words of the reusable widgets.

close = ዝጋ
try_again = እንደገና ሞክር
steps = ደረጃዎች
step_import = ማስገባት
step_configure = ማዋቀር
step_results = ውጤቶች
step_says_current = ደረጃ { $number }፣ { $name }፣ አሁን እዚህ ነዎት
step_says_done = ደረጃ { $number }፣ { $name }፣ ተጠናቋል
step_says_open = ደረጃ { $number }፣ { $name }
step_says_closed = ደረጃ { $number }፣ { $name }፣ ገና አይደረስበትም
