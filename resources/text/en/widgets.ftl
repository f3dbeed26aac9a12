# Words of the reusable widgets.

close = Close
try_again = Try again
steps = Steps
step_import = Import
step_configure = Configure
step_results = Results
step_says_current = Step { $number }, { $name }, you are here
step_says_done = Step { $number }, { $name }, done
step_says_open = Step { $number }, { $name }
step_says_closed = Step { $number }, { $name }, not reachable yet
