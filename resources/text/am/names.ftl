# Names that users give to segments.
taken = አስቀድሞ { $name } የሚባል ሌላ ክፍል አለ። ሁለቱ እንዲለዩ ሌላ ስም ይምረጡ።
