# The page that says what a campaign brought.

title = What a campaign brought
intro = The customers who were contacted are held beside those who were held back. The difference is what the campaign brought.
back = Back
campaign = Campaign
choice = Campaign { $number } · { $when } · { $file }
line = { $contacted } contacted for { $cost }, { $held_back } held back.
drop = Drop the file of the time after the campaign
drop_line = Next month’s customers, or its sales. It must hold the same customer numbers.
none = There is no campaign yet. Plan one: who is held back then shows what it brings.
plan = Plan a campaign
column = What customers spent
use = Use this column
picture = Difference between the contacted and those held back
