# The command line.

help = በደንበኞች ፋይል ውስጥ ያሉትን ክፍሎች ያግኙ። ያለ ትዕዛዝ SegDesk መስኮቱን ይከፍታል፦ segdesk [FILE]
help_database = የውሂብ ጎታው ፋይል። ካልተጠቀሰ፦ በውሂብ አቃፊዎ ውስጥ ያለው የSegDesk የራሱ።
help_language = የሚታተመው ቋንቋ፣ ለዚህ ጊዜ ብቻ። በJSON ውስጥ ያሉ ስሞች እንዳሉ ይቆያሉ።
help_json = በጽሑፍ ፋንታ አንድ የJSON ሰነድ ያትማል።
help_import = የደንበኞች ፋይልን ያነባል፣ እንደ የውሂብ ስብስብም ያስቀምጠዋል።
help_encoding_name = የፋይሉ የፊደል ኮድ (encoding)፣ ለምሳሌ utf-8 ወይም cp1252። ካልተጠቀሰ፦ ከፋይሉ ይገኛል፣ ከዚህ በታች ያሉትም እንዲሁ።
help_delimiter = ዓምዶችን የሚለያየው ምልክት፤ ለታብ ቁልፍ "tab"።
help_quotechar = መክፈያ ምልክት በውስጣቸው ባለ ጽሑፎች ዙሪያ የሚቆመው ምልክት።
help_decimal = ከአሥርዮሽ አሃዞች በፊት የሚቆመው፦ ነጥብ ወይም ኮማ።
help_thousands = በሺዎች መካከል የሚቆመው።
help_dayfirst = 04/09/2023 ማለት ሴፕቴምበር 4 ነው ወይስ ኤፕሪል 9።
help_sheet = ከሠንጠረዥ ፋይል የትኛው ሉህ።
help_header_row = ርዕሶቹን የያዘው ረድፍ፣ ከ1 ጀምሮ ሲቆጠር፤ ርዕስ ከሌለ 0።
help_unknown = “unknown” የሚለውን ቃል እንደ ባዶ ያነባል።
help_ethiopian = የዚህ ዓምድ ቀኖች በኢትዮጵያ ዘመን አቆጣጠር ናቸው። ከአንድ ጊዜ በላይ ሊሰጥ ይችላል።
help_customers = ከሽያጭ ፋይል ወይም ከተቀመጠ የውሂብ ስብስብ ለእያንዳንዱ ደንበኛ አንድ ረድፍ ይሠራል፣ እንደ CSVም ይጽፋል።
help_out = የሚጻፈው የCSV ፋይል፣ ለሠንጠረዥ ፕሮግራሞች።
help_of_customer = ደንበኞችን የሚለየው ዓምድ። ካልተጠቀሰ፦ ከፋይሉ ይገኛል፣ ከዚህ በታች ያሉትም እንዲሁ፤ "" ማለት የለም ማለት ነው።
help_of_date = የሽያጩን ቀን የያዘው ዓምድ።
help_of_amount = የመስመሩን የገንዘብ መጠን የያዘው ዓምድ።
help_of_quantity = ስንት እንደተገዛ የያዘው ዓምድ።
help_of_unit_price = የአንዱን ዕቃ ዋጋ የያዘው ዓምድ።
help_of_invoice = የደረሰኝ ቁጥሩን የያዘው ዓምድ።
help_of_category = የዕቃውን ዓይነት የያዘው ዓምድ።
help_of_currency = የገንዘቡን ዓይነት የያዘው ዓምድ።
help_of_status = ትዕዛዙ ምን እንደሆነ የሚናገረው ዓምድ።
help_accept = ፋይሉን ለማስተካከል የቀረበውን እያንዳንዱን ሐሳብ ይቀበላል፦ ዕድሜዎች፣ ድምሮች፣ ወደ ጎን የሚደረጉ እሴቶች።
help_recipe = የተቀመጠ አሠራር ይጠቀማል፣ ለምሳሌ ከወጡ ፋይሎች ጋር ያለውን፤ ሌሎች አማራጮች ከእርሱ ይበልጣሉ።
help_segment = በፋይል ወይም በተቀመጠ የውሂብ ስብስብ ውስጥ ክፍሎችን ያገኛል፣ እንደ ውጤትም ያስቀምጣቸዋል።
help_method = ክፍሎች እንዴት እንደሚገኙ፦ በዛፍ (ward, complete, average, single)፣ በማዕከሎች ዙሪያ (kmeans)፣ እንደ ደመና (gmm, gmm_diagonal) ወይም ደንበኞች በሚሰበሰቡበት (dbscan, hdbscan)።
help_starts = kmeans, gmm, gmm_diagonal፦ ስንት ጊዜ እንደ አዲስ እንደሚጀመር፤ ከሁሉም የተሻለው ውጤት ይወሰዳል።
help_eps = dbscan፦ በጎረቤቶች መካከል ያለው ትልቁ ርቀት። ካልተጠቀሰ፦ ከውሂቡ ይገኛል፣ ቀጣዮቹ ሁለቱም እንዲሁ።
help_min_samples = dbscan, hdbscan፦ ስንት ደንበኞች ስብስብ እንደሚሆኑ።
help_min_size = hdbscan፦ ትንሹ ክፍል።
help_k = ስንት ክፍሎች፦ ከ2 እስከ { $most } ያለ ቁጥር፣ ወይም auto
help_encoding = ዓምዶች እንዴት ሊወዳደሩ የሚችሉ ቁጥሮች እንደሚሆኑ።
help_pca = መጀመሪያ ማቅለል፦ የአቅጣጫዎች ቁጥር፣ እንደ 0.9 ያለ የልዩነት (variance) ድርሻ፣ ወይም none
help_columns = በኮማ የተለያዩትን እነዚህን ዓምዶች ብቻ ይጠቀማል፣ ከተጠቀሱ መለያዎችንም ጨምሮ።
help_seed = እያንዳንዱን የዘፈቀደ ምርጫ ይወስናል።
help_choose = ፋይል ወይም የተቀመጠ የውሂብ ስብስብ ስንት ክፍሎች እንዳሉት፣ የትኞቹ አማካሪዎች እንዲህ እንደሚሉም ይናገራል።
help_compare = በእያንዳንዱ ዘዴ ክፍሎችን ያገኛል፣ የትኛውን መውሰድ እንደሚሻልም ይናገራል።
help_verdict = የአንድ ውጤት ክፍሎች እውነተኛ ይሆኑ እንደሆነ፣ ይደገሙም እንደሆነ ይናገራል።
help_export = ዝርዝሮችን፣ ገበታዎችንና አሠራሩንም በዚህ አቃፊ ውስጥ ይጽፋል።
help_datasets = የተቀመጡትን የውሂብ ስብስቦች ይዘረዝራል።
help_runs = የተቀመጡትን ውጤቶች ይዘረዝራል።
help_profile = የእያንዳንዱ ክፍል ደንበኞች እነማን እንደሆኑ፣ ለእነርሱም ምን እንደሚደረግ ይናገራል።
help_show = አንድን ውጤት ያሳያል።
help_labels = የእያንዳንዱን ረድፍ ክፍል እንደ CSV ያትማል፦ row_index, segment
help_export_command = የአንድን ውጤት ዝርዝሮች፣ ገበታዎችና አሠራር በአቃፊ ውስጥ ይጽፋል።
help_delete = የውሂብ ስብስብን ከነውጤቶቹ ሁሉ፣ ወይም አንድን ውጤት ለዘለቄታው ይሰርዛል።
help_check = የውሂብ ጎታው ጤናማ መሆኑን ያረጋግጣል።

usage = { $problem } ይሞክሩ፦ "segdesk --help"
no_command = “{ $name }” የሚባል ትዕዛዝ የለም።
no_command_but = “{ $name }” የሚባል ትዕዛዝ የለም። ማለት የፈለጉት ይህን ነው? { $nearest }
no_option = { $name } የሚባል አማራጭ የለም።
no_value = አማራጩ { $name } ከኋላው እሴት ያስፈልገዋል።
no_parameter = { $name } ይጎድላል።
too_much = ትዕዛዙ ከሚወስደው በላይ ቃላት አሉ፦ { $words }።
not_understood = SegDesk ይህን አይረዳውም።
bad_choice = { $name } “{ $value }” ሊሆን አይችልም። ከእነዚህ አንዱን ይወስዳል፦ { $choices }።
bad_between = { $name } “{ $value }” ሊሆን አይችልም። ከ{ $low } እስከ { $high } ያለ ቁጥር ይወስዳል።
bad_number = { $name } “{ $value }” ሊሆን አይችልም። ቁጥር ይወስዳል።
bad_path = { $name } “{ $value }” ሊሆን አይችልም። የፋይል ስም ይወስዳል።
bad_value = { $name } “{ $value }” ሊሆን አይችልም።
usage_word = አጠቃቀም፦
options_word = አማራጮች
commands_word = ትዕዛዞች
help_help = ይህን መልእክት አሳይቶ ይወጣል።
help_version = ስሪቱን አሳይቶ ይወጣል።
stopped = ቆሟል። ቀድሞ የተቀመጠው እንዳለ ነው፤ በግማሽ የተሠራ ነገር አልተቀመጠም።
cannot_print = ውጤቱ ሊጻፍ አልቻለም፣ ምናልባት ዲስኩ ስለሞላ ነው። ውጤቱን ወደ ሌላ ቦታ ይላኩና እንደገና ይሞክሩ፤ የተቀመጠው እንዳለ ነው።
long = ይህ { $time } ገደማ ይወስዳል። Ctrl+C ያቆመዋል፤ ያኔ ከዚህ ውጤት ምንም አይቀመጥም።
bug = SegDesk ስህተት ሠርቷል። ፋይሎችዎ አልተለወጡም። እነዚህ ዝርዝሮች ለማስተካከል ይረዳሉ፦
no_datasets = ገና የውሂብ ስብስብ የለም። ይሞክሩ፦ segdesk import FILE
no_runs = ገና ውጤት የለም። ይሞክሩ፦ segdesk segment FILE
looks_like_sales = ይህ ደንበኞችን ሳይሆን ሽያጮችን ይመስላል። ለእያንዳንዱ ደንበኛ አንድ ረድፍ ለማግኘት፦ segdesk customers { $id } --out FILE.csv
customers_of = { $name } · ደንበኞች
written = ለእያንዳንዱ ደንበኛ አንድ ረድፍ በ{ $path } ውስጥ አለ
exported = ፋይሎቹ በ{ $folder } ውስጥ ናቸው
deleted = ተሰርዟል፦ { $what } { $id }
sound = የውሂብ ጎታው ጤናማ ነው።
damaged =
    { $count ->
        [one] የውሂብ ጎታው { $count } ችግር አለው። ፋይሉን ደህና ወደሆነ ቦታ ይቅዱ፣ ከዚያ የደንበኞች ፋይሎችዎን እንደገና ያስገቡ።
       *[other] የውሂብ ጎታው { $count } ችግሮች አሉት። ፋይሉን ደህና ወደሆነ ቦታ ይቅዱ፣ ከዚያ የደንበኞች ፋይሎችዎን እንደገና ያስገቡ።
    }
dataset_line = የውሂብ ስብስብ { $id }፦ { $name } · { $rows } ደንበኞች · { $runs ->
        [one] { $runs } ውጤት
       *[other] { $runs } ውጤቶች
    } · { $when }
run_line = ውጤት { $id } ከ{ $dataset }፦ { $title } · { $when }
quality_line = የመለየት መጠን (silhouette) { $silhouette } ({ $band }) · { $customers } ደንበኞች · { $columns ->
        [one] { $columns } ዓምድ አገልግሏል
       *[other] { $columns } ዓምዶች አገልግለዋል
    }
segment_line = { $number }  { $name } · { $size ->
        [one] { $size } ደንበኛ
       *[other] { $size } ደንበኞች
    } · { $share }
outlier_line = { $size ->
        [one] { $size } ደንበኛ ክፍል የለውም
       *[other] { $size } ደንበኞች ክፍል የላቸውም
    } · { $share }
left_out = ከስሌቱ የተተዉ፦
tidied = የተስተካከሉ፦
suggested = ሊስተካከሉ የሚችሉ (--accept-suggestions ሁሉንም ያደርጋል)፦

# Lists, campaigns, reports.
help_format = የደንበኞች ዝርዝሮች እንደ CSV ፋይሎች ወይም እንደ አንድ የሠንጠረዥ ፋይል (xlsx)
help_list_segments = የእነዚህ ክፍሎች ዝርዝሮች ብቻ፣ በቁጥር፣ ለምሳሌ 2,0 (ካልተጠቀሰ፦ ሁሉም፣ እና የሁሉም ደንበኞች ዝርዝር)
help_list_columns = የዝርዝሮቹ ዓምዶች በዚህ ቅደም ተከተል፣ በኮማ የተለያዩ (ካልተጠቀሰ፦ ሁሉም)
help_opt_out = እንዳናገኛቸው የጠየቁትን ከዝርዝሮቹ መተው (ካልተጠቀሰ ይህ ነው)፣ ወይም ሁሉንም መዘርዘር
help_campaign = በበጀት ውስጥ ለማን እንደሚጻፍ ይመርጣል፣ በዕጣ የተመረጡትን ለንጽጽር ይይዛል፣ ሁለቱንም ዝርዝሮች ይጽፋል
help_budget = ዘመቻው በጠቅላላ ሊያስወጣ የሚችለው
help_cost = አንድን ደንበኛ ማግኘት የሚያስወጣው
help_segments = ክፍሎች በቁጥር፣ ከሁሉም አስፈላጊው በመጀመሪያ፣ ለምሳሌ 2,0 (ካልተጠቀሰ፦ ሁሉም፣ በአንድ ደንበኛ ሽያጭ ቅደም ተከተል)
help_control = ለንጽጽር በዕጣ የሚያዘው ድርሻ፤ በቂ ደንበኞች ካሉ ቢያንስ 30
help_campaign_seed = ሌሎች ደንበኞችን በዕጣ ያወጣል፦ ማንኛውም ሙሉ ቁጥር
help_identifier = የደንበኛ ቁጥሮችን የያዘው ዓምድ (ካልተጠቀሰ፦ በራሱ ይገኛል)
help_sales = ደንበኞች ያወጡትን የሚናገረው ዓምድ (ካልተጠቀሰ፦ በራሱ ይገኛል)
help_campaign_out = የዝርዝሮቹ አቃፊ
help_uplift = በሚቀጥለው ወር የደንበኞች ፋይል ወይም ከዘመቻው ወዲህ ባሉ ሽያጮች ፋይል፣ ዘመቻ ምን እንዳመጣ ይናገራል
help_uplift_column = ደንበኞች ያወጡትን የሚናገረው ዓምድ (ካልተጠቀሰ፦ በራሱ ይገኛል)

help_predict = የአንድ ፋይል ደንበኞችን በአንድ ውጤት ክፍሎች ውስጥ ይመድባል።
help_predict_out = ደንበኞቹን ከነክፍሎቻቸው በዚህ የCSV ፋይል ውስጥ ይጽፋል።
help_predict_save = ደንበኞቹንና የተመደቡበትን ያስቀምጣል።
help_renew = ቀድሞ ምንም ቢቀመጥ፣ መመደብን እንደ አዲስ ይማራል።
help_accept_mapping = ስማቸው የተቀየረ ወይም በሌላ መለኪያ የተቆጠሩ ለሚመስሉ ዓምዶች በቀረበው ይስማማል።
help_map = ይህ የፋይሉ ዓምድ (NEW) ያ የውጤቱ ዓምድ (OLD) ነው፣ ወይም ከእነርሱ አንዱም አይደለም (NEW=)። ከአንድ ጊዜ በላይ ሊሰጥ ይችላል።
help_scale = ይህን ዓምድ ያባዛል፣ ለምሳሌ ለሌላ ገንዘብ። ከአንድ ጊዜ በላይ ሊሰጥ ይችላል።
no_pair = “{ $text }” ሊነበብ አይችልም። በመካከላቸው የእኩል ምልክት ያለባቸው ሁለት ነገሮች ይጻፉ፣ ለምሳሌ Umsatz_EUR=Umsatz
no_factor = “{ $text }” ማባዣ አይደለም። ነጥብ ያለው ቁጥር ይጻፉ፣ ለምሳሌ 0.019
help_actions = የራስዎ የግብይት እርምጃዎችና የደንበኛ ዓይነቶች።
help_actions_list = በራስዎ ቃላት የሚመከረውን ይዘረዝራል።
help_actions_export = የራስዎን እንደ JSON ፋይል ይጽፋል።
help_actions_import = እርምጃዎችንና የደንበኛ ዓይነቶችን ከJSON ፋይል ይወስዳል፤ በፋይሉ ያልተጠቀሰው እንዳለ ይቆያል።
actions_none = የራስዎ እርምጃዎች የሉም፦ የSegDesk እርምጃዎች ይሠራሉ።
actions_of = { $name }፦ { $actions }
actions_of_own = { $name } ({ $signs })፦ { $actions }
actions_empty = ምንም
actions_written = { $path } ለ{ $actions } የSegDesk የደንበኛ ዓይነቶችና ለ{ $personas } የራስዎ ዓይነቶች ያሉዎትን እርምጃዎች ይዟል።
actions_read = ተወስዷል፦ ለ{ $actions } የSegDesk የደንበኛ ዓይነቶችና ለ{ $personas } የራስዎ ዓይነቶች የሚሆኑ እርምጃዎች።
help_report = የሚታተምና ለሌሎች የሚሰጥ ሪፖርት ይሠራል፣ እንደ PDF ወይም እንደ አንድ የHTML ፋይል (በፋይሉ ስም መጨረሻ ይወሰናል)
help_full = ከነጠላ ደንበኞችና ከትንንሽ ክፍሎች ጋር፦ ለሌሎች የማይሰጥ
help_till_card = ለገንዘብ ተቀባይ ሠራተኞች የሚሆን የጥያቄዎች ካርድ ብቻ
help_ask = በገንዘብ ተቀባይ ካርዱ ላይ ሊጠየቁ የሚችሉ ዓምዶች፣ በኮማ የተለያዩ (ካልተጠቀሰ፦ በራሱ ይገኛል)

help_rerun = የአንድን ውጤት አሠራር ወይም የተቀመጠ አሠራር በአዲስ ፋይል ላይ ይጠቀማል፤ ክፍሎቹ ቁጥሮቻቸውንና ስሞቻቸውን ይይዛሉ።
help_migrate = ሁለት ውጤቶችን፣ ወይም ውጤትንና አዲስ ፋይልን ያወዳድራል፦ ማን እንደተዛወረ፣ እንደመጣና እንደሄደ።
help_erase = SegDesk ከያዘው ሁሉ አንድን ሰው ያስወግዳል።
help_erase_column = ማን ማን እንደሆነ የሚናገረው ዓምድ፣ ለምሳሌ customer_id
help_erase_value = በዚያ ዓምድ ውስጥ ያለው የሰውየው እሴት።
help_recipes = አሠራሮችን በስም ያስቀምጣል፣ እንደ ፋይልም ያስተላልፋል።
help_recipes_list = የተቀመጡትን አሠራሮች ይዘረዝራል።
help_recipes_save = የአንድን ውጤት አሠራር በስም ያስቀምጣል።
help_recipes_export = የተቀመጠ አሠራርን እንደ ፋይል ይጽፋል።
help_recipes_import = በፋይል ውስጥ ያለውን አሠራር በስም ያስቀምጣል።
help_recipes_delete = የተቀመጠ አሠራርን ይሰርዛል።
no_recipes = ገና አሠራር የለም። ይሞክሩ፦ segdesk recipes save RUN_ID NAME
recipe_saved = አሠራሩ “{ $name }” በሚል ስም ተቀምጧል።
recipe_deleted = አሠራሩ “{ $name }” ተሰርዟል።
recipe_written = አሠራሩ በ{ $path } ውስጥ ነው
