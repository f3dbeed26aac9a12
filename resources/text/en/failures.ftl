# When something goes wrong.

bug_title = SegDesk made a mistake
bug_line = Nothing was lost: your files and saved results are unchanged. You can go on working. These details tell whoever looks after SegDesk what to mend; they hold no customer data unless they quote a value.
details = Details
copy = Copy the details
close = Close
