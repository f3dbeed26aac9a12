# When something goes wrong.

bug_title = SegDesk ስህተት ሠርቷል
bug_line = ምንም አልጠፋም፦ ፋይሎችዎና የተቀመጡ ውጤቶችዎ እንዳሉ ናቸው። ሥራዎን መቀጠል ይችላሉ። እነዚህ ዝርዝሮች SegDesk ለሚንከባከበው ሰው ምን መስተካከል እንዳለበት ይነግራሉ፤ እሴት ካልጠቀሱ በቀር የደንበኛ ውሂብ የላቸውም።
details = ዝርዝሮች
copy = ዝርዝሮቹን ቅዳ
close = ዝጋ
