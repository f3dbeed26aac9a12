# About SegDesk.

title = ስለ SegDesk
back = ተመለስ
version = ስሪት { $version }
purpose = ለሱቅ ሥራ አስኪያጆች የደንበኛ ክፍሎች፣ በራስዎ ኮምፒውተር ላይ።
private = SegDesk ከኢንተርኔት ጋር አይገናኝም፣ ለማንም ምንም አይልክም፦ ደንበኞችንም፣ አጠቃቀምንም፣ ስህተቶችንም።
languages = ቋንቋዎች
language_reviewed = { $name }
language_awaits = { $name }፦ አፍ መፍቻው ቋንቋው የሆነ ሰው እንዲያነበው በመጠበቅ ላይ
places = ነገሮች የት እንዳሉ
data_folder = ውሂብ
log_folder = የሥራ መዝገብ
settings_folder = ቅንብሮች
open_data = የውሂብ አቃፊውን ክፈት
open_log = የመዝገብ አቃፊውን ክፈት
copy = እነዚህን ዝርዝሮች ቅዳ
copied = ተቀድቷል። ስህተቱን በሚያሳውቁበት ቦታ ይለጥፉት።
licences = ፈቃዶች
licences_line = SegDesk በMIT ፈቃድ ሥር ነው። ከሌሎች ሰዎች ሥራ የተሠራ ነው፤ እናመሰግናቸዋለን፦
licence_list = የፈቃድ ጽሑፎች
licence_of = የ{ $name } ፈቃድ
