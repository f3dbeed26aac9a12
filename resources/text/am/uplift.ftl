# The page that says what a campaign brought.

title = ዘመቻ ያመጣው
intro = መልእክት የደረሳቸው ደንበኞች ለንጽጽር ከተያዙት ጋር ይነጻጸራሉ። ልዩነቱ ዘመቻው ያመጣው ነው።
back = ተመለስ
campaign = ዘመቻ
choice = ዘመቻ { $number } · { $when } · { $file }
line = { $contacted } መልእክት ደርሷቸዋል (ወጪ { $cost })፣ { $held_back } ለንጽጽር ተይዘዋል።
drop = ከዘመቻው በኋላ ያለውን ጊዜ ፋይል ጎትተው እዚህ ይልቀቁ
drop_line = የሚቀጥለው ወር ደንበኞች ወይም ሽያጮች። ተመሳሳይ የደንበኛ ቁጥሮች ሊኖሩት ይገባል።
none = ገና ዘመቻ የለም። አንድ ያቅዱ፦ ለንጽጽር የተያዙት በኋላ ዘመቻው ያመጣውን ያሳያሉ።
plan = ዘመቻ አቅድ
column = ደንበኞች ያወጡት
use = ይህን ዓምድ ተጠቀም
picture = መልእክት በደረሳቸውና ለንጽጽር በተያዙት መካከል ያለ ልዩነት
