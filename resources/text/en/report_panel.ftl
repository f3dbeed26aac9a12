# The page where a report is chosen and saved.

title = Report
intro = Who the segments are, how sure that is and what to do about them, to print or to hand on.
back = Back
content = What it says
safe = To share
safe_term = No personal data
safe_line = No names, numbers or addresses, and no figure about fewer than five customers. It can be handed to anyone.
full = For us only
full_term = With typical customers
full_line = Each segment’s typical customer stands in it as in your file, and small groups are shown. Keep it in the house.
format = Which file
pdf = PDF
pdf_line = Pages to print and to send by mail.
html = Web page (HTML)
html_line = One file that every browser and telephone opens, without the internet.
save = Save the report…
