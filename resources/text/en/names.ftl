# Names that users give to segments.
taken = Another segment is called { $name } already. Choose another name, so that the two can be told apart.
