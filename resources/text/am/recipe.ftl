# Why a choice can't be used, and what to do.

no_file = አሠራሩ { $path } ሊከፈት አልቻለም። ስሙንና አቃፊውን ያረጋግጡ።
not_saved = { $path } አሠራር አልያዘም። ከወጡት ፋይሎች መካከል አሠራር.json የሚለውን ይምረጡ።
unknown_column = በዚህ ሠንጠረዥ ውስጥ “{ $name }” የሚባል ዓምድ የለም። ያሉት ዓምዶች፦ { $known }።
repeated_column = ዓምዱ “{ $column }” ሁለት ጊዜ ተጠቅሷል። አንድ ጊዜ ብቻ ይጥቀሱት።
no_columns = የሚያገለግል ዓምድ የለም፣ ስለዚህ የሚወዳደር ነገር የለም። ቢያንስ ለአንድ ዓምድ “መጠን” ወይም “ምድብ” ይምረጡ።
influence = የ“{ $column }” ተጽዕኖ ከ0 (የተተወ) እስከ { $most } መሆን አለበት።
segments = የክፍሎች ቁጥር ከ{ $fewest } እስከ { $most } መሆን አለበት።
segments_word = “{ $text }” የክፍሎች ቁጥር አይደለም። እንደ 4 ያለ ሙሉ ቁጥር፣ ወይም auto ይጻፉ።
too_many_segments = { $segments } ክፍሎች ከ{ $segments } በላይ ደንበኞች ያስፈልጓቸዋል፣ ይህ ሠንጠረዥ ያለው { $rows } ነው። ያነሱ ክፍሎችን ይምረጡ ወይም ተጨማሪ ደንበኞችን ያስገቡ።
pca = { $value } ለማቅለል (PCA) ሊያገለግል አይችልም። ከ1 ጀምሮ ያለ ሙሉ የአቅጣጫዎች ቁጥር፣ ወይም እንደ 0.9 ያለ በ0 እና በ1 መካከል ያለ ድርሻ ይምረጡ።
pca_word = “{ $text }” ለማቅለል (PCA) ሊያገለግል አይችልም። እንደ 3 ያለ ሙሉ ቁጥር፣ እንደ 0.9 ያለ ድርሻ፣ ወይም none ይጻፉ።
not_a_number = “{ $column }” ቃላት ስለያዘ መጠን ሊሆን አይችልም። እንደ ምድብ ይጠቀሙበት።
too_many_levels = “{ $column }” { $levels } የተለያዩ እሴቶች አሉት፤ እንደ ምድብ ሊኖሩት የሚችሉት { $most } ናቸው። ይተውት ወይም ለመግለጽ ብቻ ይጠቀሙበት።
too_many_features = ዓምዶቹ { $features } መለኪያዎች (features) ይሆናሉ (ለእያንዳንዱ የምድብ እሴት አንድ)፣ SegDesk ማወዳደር የሚችለው { $most } ነው። ብዙ እሴቶች ያሏቸውን ምድቦች ይተው።
too_large_for_raw = “{ $column }” እንዳሉ ሊወዳደሩ የማይችሉ በጣም ትልልቅ ቁጥሮች አሉት። ከ“እንዳለ” (Raw) ሌላ የማወዳደሪያ መንገድ ይምረጡ፣ ወይም ዓምዱን ይተው።
parameter_unknown =
    { $parameter ->
        [eps] በጎረቤቶች መካከል ያለ ርቀት (eps)
        [min_samples] የጎረቤቶች ቁጥር (min samples)
        [min_size] ትንሹ ክፍል (min size)
        [starts] የሙከራዎች ቁጥር
       *[other] “{ $parameter }”
    } ለዚህ ዘዴ ትርጉም የለውም፦ { $method ->
        [ward] የተመጣጠኑ ቡድኖች (Ward)
        [complete] የተራራቁ ቡድኖች (Complete)
        [average] አማካይ ርቀት
        [single] ሰንሰለቶች (Single)
        [kmeans] ክብ ቡድኖች (k-means)
        [gmm] ለስላሳ ቡድኖች (Gaussian mixture)
        [gmm_diagonal] ቀለል ያሉ ለስላሳ ቡድኖች (Gaussian mixture, diagonal)
        [dbscan] ስብስቦች (DBSCAN)
       *[hdbscan] ማንኛውም ጥግግት ያላቸው ስብስቦች (HDBSCAN)
    }። ይተውት ወይም ሌላ ዘዴ ይምረጡ።
parameter_range =
    { $parameter ->
        [eps] በጎረቤቶች መካከል ያለው ርቀት (eps)
        [min_samples] የጎረቤቶች ቁጥር (min samples)
        [min_size] ትንሹ ክፍል (min size)
       *[other] የሙከራዎች ቁጥር
    } ከ{ $lowest } እስከ { $highest } መሆን አለበት፣ { $value } ግን ከዚህ ውጭ ነው።
parameter_whole =
    { $parameter ->
        [eps] በጎረቤቶች መካከል ያለው ርቀት (eps)
        [min_samples] የጎረቤቶች ቁጥር (min samples)
        [min_size] ትንሹ ክፍል (min size)
       *[other] የሙከራዎች ቁጥር
    } ሙሉ ቁጥር መሆን አለበት፣ { $value } ግን አይደለም።
parameter_rows =
    { $parameter ->
        [eps] በጎረቤቶች መካከል ያለው ርቀት (eps)
        [min_samples] የጎረቤቶች ቁጥር (min samples)
        [min_size] ትንሹ ክፍል (min size)
       *[other] የሙከራዎች ቁጥር
    } { $value } ነው፣ ይህ ሠንጠረዥ ግን ያለው { $rows } ደንበኞች ብቻ ነው። ያነሰ ይምረጡ።
too_large = { $path } ከ{ $most } ሜባ ይበልጣል፣ ይህን የሚያህል አሠራር የለም። ከወጡት ፋይሎች መካከል አሠራር.json የሚለውን ይምረጡ።
