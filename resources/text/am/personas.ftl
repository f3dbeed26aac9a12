# Kinds of customers that users declare themselves.

aspect_income = ገቢ
aspect_age = ዕድሜ
aspect_score = የወጪ ነጥብ
aspect_tier = የአባልነት ደረጃ
aspect_visits = ጉብኝቶች
aspect_basket = የአንድ ግዢ መጠን
aspect_spend = ወጪ
aspect_recency = ከመጨረሻው ጉብኝት ወዲህ ያሉ ቀናት
aspect_tenure = ደንበኛ የሆኑበት ጊዜ
aspect_place = በአንድ ቦታ ያለ ድርሻ

standing_high = ከፍተኛ
standing_low = ዝቅተኛ
standing_middle = መካከለኛ
standing_not_low = ዝቅተኛ ያልሆነ

sign = { $aspect }፦ { $standing }

no_name = የደንበኛ ዓይነት ስም ያስፈልገዋል። ስም ይጻፉ።
taken = “{ $name }” የሚባል ሌላ የደንበኛ ዓይነት አስቀድሞ አለ። ሌላ ስም ይምረጡ።
no_signs = “{ $name }” ስለ ደንበኞቹ ምንም አይናገርም። ቢያንስ አንድ ምልክት ይስጡት።
twice = “{ $name }” ስለ አንድ ባሕርይ ሁለት ነገሮችን ይናገራል። ከሁለቱ አንዱን ብቻ ያስቀሩ።
many_signs = “{ $name }” ከ{ $most } በላይ ምልክቶች አሉት። ይበልጥ አስፈላጊ የሆኑትን ያስቀሩ።
no_file = SegDesk { $path } መክፈት አልቻለም። ፋይሉ መኖሩንና ማንበብ መፈቀዱን ያረጋግጡ።
too_large = { $path } ከ{ $most } ሜባ ይበልጣል፣ ስለዚህ የእርምጃዎች ዝርዝር አይደለም። ሌላ ፋይል ይምረጡ።
not_actions = { $path } SegDesk እንደሚጽፋቸው ያሉ የግብይት እርምጃዎችን አልያዘም። SegDesk ያወጣውን ፋይል ይምረጡ።
unknown = { $what ->
    [entry] ፋይሉ ለ“{ $value }” እርምጃዎች አሉት፣ SegDesk ግን ይህን አያውቅም። የሚያውቃቸው፦ { $known }።
    [action] ፋይሉ “{ $value }” የሚል እርምጃ አለው፣ SegDesk ግን ይህን አያውቅም። የሚያውቃቸው፦ { $known }።
    [aspect] ፋይሉ ስለ “{ $value }” ይናገራል፣ SegDesk ግን ይህን አያውቅም። የሚያውቃቸው፦ { $known }።
   *[standing] ፋይሉ አንድ ነገር “{ $value }” ነው ይላል፣ SegDesk ግን ይህን አያውቅም። የሚያውቃቸው፦ { $known }።
}
