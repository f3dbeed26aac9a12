# What a job is doing.

reading = Reading the file
saving = Saving
preparing = Preparing the columns
clustering = Finding who belongs together
judging = Judging the segments
describing = Describing the segments
exporting = Writing the files
choosing = Looking how many segments there are
testing = Are they real?
repeating = Would they come back?
comparing = Comparing the methods
learning = Learning to place customers
placing = Placing customers
