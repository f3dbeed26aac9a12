# Who the customers of a segment are: what stands on its card only.

sales = ከሽያጭ
sales_says = ከሽያጭ { $share }
open_either = እነዚህን ደንበኞች ለመዘርዘር ጠቅ ያድርጉ፣ ስለ እነርሱ የበለጠ ለማየት Enter፣ ስም ለመቀየር F2 ይጫኑ
more = ተጨማሪ
more_says = ስለ { $name } ተጨማሪ
rename = ስም ቀይር
rename_says = የ{ $name }ን ስም ቀይር
name_says = የክፍሉ ስም። Enter ያስቀምጣል፣ Esc እንደነበረ ይተወዋል፣ ባዶ ካደረጉት የSegDesk ስም ይመለሳል።
name_taken = አስቀድሞ “{ $name }” የሚባል ሌላ ክፍል አለ። ሌላ ስም ይምረጡ።
