# The card for the staff at the till.

no_columns = በዚህ ፋይል ውስጥ በገንዘብ መቀበያ ቦታ ሊጠየቅ የሚችል ነገር የለም። የሚጠየቁ ዓምዶችን ይጥቀሱ፦ --ask age,region
no_answer = በገንዘብ መቀበያ ቦታ ሊጠየቅ የሚችለው እነዚህን ክፍሎች አይለይም። ሌሎች የሚጠየቁ ዓምዶችን ይጥቀሱ፦ --ask age,region
