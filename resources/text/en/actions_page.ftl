# The page where marketing actions are changed.

title = Marketing actions
intro = SegDesk advises these on a segment’s card. Your own words take their place, here and in every report.
back = Back
entries = Kinds of segments
changed = { $name } · yours
actions_of = Actions for: { $name }
when_persona = For a segment whose income, age, visits and baskets fit this kind of customer.
when_rfm = For a segment of this standing by last visit, number of visits and money spent.
when_trait = For a segment that nothing sets apart more, where no kind of customer fits.
when_other = For a segment that no other line fits.
empty = Nothing is advised for these segments.
keys = Enter or F2 changes a line, Del removes it
new = A new action
add = Add
remove = Remove
reset = SegDesk’s own again
