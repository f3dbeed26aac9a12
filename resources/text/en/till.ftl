# The card for the staff at the till.

no_columns = There is nothing in this file that can be asked at the till. Name columns to ask about: --ask age,region
no_answer = What can be asked at the till doesn't tell these segments apart. Name other columns to ask about: --ask age,region
