# How many segments, the verdict and the comparison of methods as the command line prints them.

choice =
    { $segments ->
        [1] አንድ ክፍል፦ እነዚህ ደንበኞች መከፈል የለባቸውም።
       *[other] { $segments } ክፍሎች
    }
adviser_gap = የgap ስታቲስቲክስ (ይወስናል)
adviser_strength = የትንበያ ጥንካሬ (prediction strength)
adviser_elbow = ክርን (elbow)
adviser_silhouette = የመለየት መጠን (silhouette)
vote =
    { $segments ->
        [1] { $adviser }፦ ቡድኖች የሉም
       *[other] { $adviser }፦ { $segments } ክፍሎች
    }
vote_unknown = { $adviser }፦ መለየት አይቻልም
limits =
    ቢበዛ { $most } ክፍሎች ይቀርባሉ፣ እያንዳንዳቸው { $least ->
        [one] { $least } ደንበኛ
       *[other] { $least } ደንበኞች
    } ወይም ከዚያ በላይ ያላቸው።
looked_at =
    { $rows ->
        [one] { $rows } ደንበኛ ታይቷል።
       *[other] { $rows } ደንበኞች ታይተዋል።
    }
segment = { $number }  { $name }፦ { $stability }
contender = { $method }፦ { $segments } ክፍሎች · የመለየት መጠን { $silhouette } · የሚደገም { $stability } · የተተው { $unassigned }
failed = { $method }፦ { $reason }
recommended = የሚመከረው፦ { $method }
