# The first screen that anybody sees.

title = Welcome to SegDesk
lead = It finds the kinds of customers you have, says who they are, and what to do for each.
step_import = Drop a file
step_import_line = From the till or the loyalty programme: CSV or Excel, one row per customer or one per sale.
step_configure = Find segments
step_configure_line = SegDesk tidies, chooses, and tells you what it chose. You can change everything.
step_results = Use them
step_results_line = Names, numbers and lists of customers, and whether the segments are real.
private = Nothing leaves this computer. SegDesk works without the internet.
sample = Try it with the sample
open = Open a file
skip = Start
again = You find this page in the menu Help.
