# What a job is doing.

reading = ፋይሉን በማንበብ ላይ
saving = በማስቀመጥ ላይ
preparing = ዓምዶችን በማዘጋጀት ላይ
clustering = አብረው የሚሄዱትን በመፈለግ ላይ
judging = ክፍሎችን በመገምገም ላይ
describing = ክፍሎችን በመግለጽ ላይ
exporting = ፋይሎችን በመጻፍ ላይ
choosing = ስንት ክፍሎች እንዳሉ በማየት ላይ
testing = እውነተኛ ናቸው?
repeating = ይደገማሉ?
comparing = ዘዴዎችን በማወዳደር ላይ
learning = ደንበኞችን መመደብ በመማር ላይ
placing = ደንበኞችን በመመደብ ላይ
