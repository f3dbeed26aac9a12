# Failures of the worker process.

bug = SegDesk made a mistake in this step. Nothing was lost: your files and earlier results are unchanged. Copy the details for whoever looks after SegDesk.
memory = This computer ran out of memory for this step. Nothing was lost. Close other programs, or use fewer columns, and try again.
worker_lost = The calculation was stopped from outside SegDesk, perhaps because the computer ran short of memory. Nothing was lost: try again, and close other programs if it happens twice.
