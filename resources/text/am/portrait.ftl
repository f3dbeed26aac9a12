# The card of a segment: who its customers are, in sentences.

contrast = { $column } የአማካዩ { $times } እጥፍ፦ { $value } (የሁሉም { $overall })
below = { $column } ከ{ $high } በታች
from = { $column } { $low } ወይም ከዚያ በላይ
between = { $column } ከ{ $low } ጀምሮ ከ{ $high } በታች
before = { $column } ከ{ $high } በፊት
since = { $column } ከ{ $low } ጀምሮ
from_to = { $column } ከ{ $low } ጀምሮ ከ{ $high } በፊት
one_of = { $column } { $levels }
or = { $first } ወይም { $last }
and = { $first } እና { $last }
rule = { $conditions }፦ ከክፍሉ { $coverage } ያገኛል፣ ከሚያገኘው { $precision } ትክክል ነው
rule_flattered = { $conditions }፦ ከክፍሉ { $coverage } ያገኛል፣ ከሚያገኘው { $precision } ትክክል ነው (በእነዚያው ጥቂት ደንበኞች ላይ የተለካ)
advice = { $action } · ምክንያቱ { $trait }
share = ከደንበኞች { $share }
sales = ከደንበኞች { $share }፣ ከሽያጭ { $sales }
gain = ከ{ $name } { $share } አንድ ጊዜ ተጨማሪ ቢገዙ፦ + { $middle } (ከ{ $low } እስከ { $high })
gain_basket = የአንድ ግዢ ዋጋ { $column } እንደሚለው ተወስዷል።
gain_per_purchase = የአንድ ግዢ ዋጋ { $sales } ለ{ $visits } ሲካፈል እንደሚገኘው ተወስዷል።
gain_per_visit = የአንድ ግዢ ዋጋ { $sales } በ{ $visits } መሠረት በዓመት ለሚደረጉ ጉብኝቶች ሲካፈል እንደሚገኘው ተወስዷል።
size =
    { $size ->
        [one] { $size } ደንበኛ
       *[other] { $size } ደንበኞች
    }
segment_line = { $number }  { $name } · { $size } · { $brings }
persona_line = የሚመስሉት፦ { $persona }
rule_line = እንዴት እንደሚታወቁ፦ { $rule }
typical_line = ዓይነተኛ፦ ረድፍ { $row } · { $values }
value = { $column } { $value }
advice_line = የሚደረገው፦ { $advice }
no_sales = አንድ ደንበኛ ምን ያህል ሽያጭ እንደሚያስገኝ የሚናገር ዓምድ የለም።
outliers = { $size } ያለ ክፍል
