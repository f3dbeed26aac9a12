# The first screen that anybody sees.

title = እንኳን ወደ SegDesk በደህና መጡ
lead = ምን ዓይነት ደንበኞች እንዳሉዎት ያገኛል፣ እነማን እንደሆኑና ለእያንዳንዳቸው ምን እንደሚያደርጉ ይናገራል።
step_import = ፋይል ጎትተው ይልቀቁ
step_import_line = ከገንዘብ መመዝገቢያ ማሽን ወይም ከደንበኝነት ፕሮግራም፦ CSV ወይም Excel፣ ለእያንዳንዱ ደንበኛ ወይም ሽያጭ አንድ ረድፍ።
step_configure = ክፍሎችን ያግኙ
step_configure_line = SegDesk ያስተካክላል፣ ይመርጣል፣ የመረጠውንም ይነግርዎታል። ሁሉንም መቀየር ይችላሉ።
step_results = ይጠቀሙባቸው
step_results_line = የደንበኞች ስሞች፣ ቁጥሮችና ዝርዝሮች፣ እንዲሁም ክፍሎቹ እውነተኛ መሆናቸውን።
private = ከዚህ ኮምፒውተር ምንም አይወጣም። SegDesk ያለ ኢንተርኔት ይሠራል።
sample = በናሙናው ሞክር
open = ፋይል ክፈት
skip = ጀምር
again = ይህን ገጽ በ“እገዛ” ምናሌ ውስጥ ያገኙታል።
