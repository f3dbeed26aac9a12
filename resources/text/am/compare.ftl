# Why one method is recommended. "Stability" is how well its segments come back with other customers.

best =
    { $stability ->
        [solid] ክፍሎቹ ይደገማሉ (ጠንካራ)፣
        [usable] ክፍሎቹ በአብዛኛው ይደገማሉ (የሚያገለግል)፣
        [fuzzy] ክፍሎቹ ሙሉ በሙሉ የሚደገሙ ዘዴ የለም። የእነዚህ እምብርት ይደገማል (ድንበሩ የደበዘዘ)፣
       *[unstable] ክፍሎቹ የሚደገሙ ዘዴ የለም። እነዚህ ግን
    } ለሁሉም ደንበኞች ማለት ይቻላል ቦታ ካላቸው ዘዴዎች መካከል ከሁሉም በተሻለ ተለይተዋል፦ የመለየት መጠን (silhouette) { $silhouette }።
simplest =
    እኩል ሊባሉ ከሚችሉት ዘዴዎች መካከል ከሁሉም ቀላሉ ነው፦ { $stability ->
        [solid] የሚደገሙ ክፍሎች (ጠንካራ)
        [usable] በአብዛኛው የሚደገሙ ክፍሎች (የሚያገለግል)
        [fuzzy] እምብርታቸው የሚደገም ክፍሎች (ድንበሩ የደበዘዘ)
       *[unstable] የማይደገሙ ክፍሎች
    }፣ የመለየት መጠን (silhouette) { $silhouette }።
only_sound =
    ከአምስት ደንበኞች ቢያንስ ለአራቱ ቦታ የሚያገኝና ለእያንዳንዱ ክፍል { $least } ወይም ከዚያ በላይ ደንበኞች የሚሰጥ ዘዴ ይህ ብቻ ነው። { $stability ->
        [solid] ክፍሎቹ ይደገማሉ (ጠንካራ)
        [usable] ክፍሎቹ በአብዛኛው ይደገማሉ (የሚያገለግል)
        [fuzzy] የክፍሎቹ እምብርት ይደገማል (ድንበሩ የደበዘዘ)
       *[unstable] ክፍሎቹ አይደገሙም
    }፣ የመለየት መጠን (silhouette) { $silhouette }።
none_sound =
    ከአምስት ደንበኞች ቢያንስ ለአራቱ ቦታ የሚያገኝና ለእያንዳንዱ ክፍል { $least } ወይም ከዚያ በላይ ደንበኞች የሚሰጥ ዘዴ የለም። ከሁሉም የሚቀርበው ይህ ነው፦ { $stability ->
        [solid] የሚደገሙ ክፍሎች (ጠንካራ)
        [usable] በአብዛኛው የሚደገሙ ክፍሎች (የሚያገለግል)
        [fuzzy] እምብርታቸው የሚደገም ክፍሎች (ድንበሩ የደበዘዘ)
       *[unstable] የማይደገሙ ክፍሎች
    }፣ የመለየት መጠን (silhouette) { $silhouette }።
none = በእነዚህ ዓምዶች ውስጥ ክፍሎችን ያገኘ ዘዴ የለም። ሌሎች ዓምዶችን ይምረጡ።
