# Why segments can't be found, and what to do.

memory = This method compares every pair of customers, and { $rows } customers need { $needed_gb } GB of memory; { $free_gb } GB can be used. Choose Balanced groups (Ward), which needs little memory but takes long for very many customers, or import up to { $most_rows } customers.
memory_rows = { $rows } customers need { $needed_gb } GB of memory and { $free_gb } GB can be used. Close other programs, leave out categories with many different values, or import up to { $most_rows } customers.
too_few_rows = There are too few customers for that many segments. Choose fewer segments or import more customers.
all_same = All customers are the same in the columns used, so nothing sets them apart. Choose other columns.
