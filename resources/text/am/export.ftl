# Writing files for the user.

cannot_write = SegDesk { $path } መጻፍ አልቻለም። በሌላ ፕሮግራም ተከፍቶ ከሆነ ይዝጉት፤ ወይም ሌላ አቃፊ ይምረጡ።
all_customers = ሁሉም ደንበኞች.csv
without_segment = ያለ ክፍል
recipe_file = አሠራር.json
chart_dendrogram = ዛፍ
chart_donut = ድርሻዎች
chart_bars = መጠኖች
chart_map = የደንበኞች ካርታ
picture = የSegDesk ገበታ

file_open = { $path } እንደ Excel ባለ ሌላ ፕሮግራም ተከፍቷል። ይዝጉትና እንደገና ይሞክሩ፣ ወይም “{ $free }” በሚል ስም ያስቀምጡ።
too_many_rows = አንድ ዝርዝር { $customers } ደንበኞች አሉት፣ አንድ የሠንጠረዥ ፋይል ሉህ መያዝ የሚችለው { $most } ነው። ዝርዝሮቹን እንደ CSV ፋይሎች ያውጡ፣ ወይም ክፍሎችን ያብዙ።
workbook = ደንበኞች.xlsx
book_summary = ማጠቃለያ
book_title = የደንበኞች ዝርዝሮች በየክፍሉ
book_file = ፋይል
book_run = ውጤት
book_number = ቁ.
book_segment = ክፍል
book_customers = ደንበኞች
book_share = ድርሻ
book_listed = በሉሁ ላይ
book_left_out = የተተዉ
book_sheet = ሉህ
book_total = ሁሉም ደንበኞች
book_total_part = እነዚህ ክፍሎች
book_opt_out = እንዳናገኛቸው የጠየቁ ደንበኞች ከዝርዝሮቹ ተትተዋል።
opted_out =
    { $customers ->
        [one] { $customers } ደንበኛ እንዳናገኘው ስለጠየቀ ({ $columns }) ከክፍሎቹ ዝርዝሮች ተትቷል።
       *[other] { $customers } ደንበኞች እንዳናገኛቸው ስለጠየቁ ({ $columns }) ከክፍሎቹ ዝርዝሮች ተትተዋል።
    }
opted_out_kept =
    { $customers ->
        [one] በዝርዝሮቹ ላይ ያለ { $customers } ደንበኛ እንዳናገኘው ጠይቋል ({ $columns })።
       *[other] በዝርዝሮቹ ላይ ያሉ { $customers } ደንበኞች እንዳናገኛቸው ጠይቀዋል ({ $columns })።
    }
