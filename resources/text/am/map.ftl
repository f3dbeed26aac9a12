# The Map of customers tab.

no_map = ይህን ውጤት ያስቀመጠው ካርታ የማይሠራ አሮጌ SegDesk ነው። ካርታ ለማግኘት በተመሳሳይ ምርጫዎች ክፍሎችን እንደገና ይፈልጉ።
no_axes = የዚህ ውጤት ደንበኞች ሁሉ አንድ ዓይነት ስለሆኑ ካርታው አንድ ነጥብ ብቻ ይሆን ነበር።
flat = ጠፍጣፋ
space = በ3 አቅጣጫ
view_says = ጠፍጣፋ፣ ወይም በ3 አቅጣጫ
arrows = ቀስቶች
arrows_says = የአቅጣጫዎቹን ትርጉም በቀስቶች አሳይ
hint_flat = ደንበኞችን ለመምረጥ በዙሪያቸው ይጎትቱ፤ የመዳፊቱ ጎማ ያቀርባል፣ ሁለት ጊዜ መጫን ሁሉንም ያሳያል። ቁልፎች፦ ቀስቶች፣ + እና −፣ Home።
hint_space = ለማዞር ይጎትቱ፣ በደንበኞች ዙሪያ ለመሳል ከShift ጋር ይጎትቱ፤ የመዳፊቱ ጎማ ያቀርባል። ቁልፎች፦ ቀስቶች፣ + እና −፣ Home።
meaning_title = የአቅጣጫዎቹ ትርጉም
direction = አቅጣጫ { $number } · { $share }
more = የበለጠ { $columns }
less = ያነሰ { $columns }
more_less = የበለጠ { $more } · ያነሰ { $less }
nothing = ለብቻው የሚወስን ዓምድ የለም
together = የሚታዩት አቅጣጫዎች በደንበኞች መካከል ካሉት ልዩነቶች ሁሉ { $share } ይይዛሉ፤ ቀሪው በዚህ ካርታ ላይ አይታይም።
whole = የሚታዩት አቅጣጫዎች በደንበኞች መካከል ያሉትን ልዩነቶች ሁሉ ይይዛሉ።
segments_title = ክፍሎች
side_says = ክፍሎች፣ እና የአቅጣጫዎቹ ትርጉም
