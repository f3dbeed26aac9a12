# Which columns stand on customer lists, and in which order.

says = በዝርዝሮቹ ላይ የሚኖሩ ዓምዶች
hint = ዓምድን ለማስገባት ወይም ለማስወጣት ይጫኑት ወይም Space ይጫኑ። ለማንቀሳቀስ ይጎትቱት፣ ወይም Altን ከቀስት ቁልፍ ጋር ይጫኑ።
up = ወደ ላይ
down = ወደ ታች
all = ሁሉም
none = ምንም
as_file = በፋይሉ እንዳለ
