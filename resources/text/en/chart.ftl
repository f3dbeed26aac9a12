# Words in charts, on screen and in saved pictures.

cannot_write = The picture couldn't be written to { $path }. Check that the folder exists, that the disk has room and that no other program has the file open, or save it under another name.
unknown_format = SegDesk can't make a “{ $suffix }” picture. Save it as PNG, SVG or PDF: end the file's name in .png, .svg or .pdf.

customers_word =
    { $customers ->
        [one] customer
       *[other] customers
    }
donut_title = How the customers are divided
bars_title = How large the segments are
dendrogram_title = Which customers belong together
dendrogram_axis = How different the joined customers are
dendrogram_caption = { $joins } The figures below the branches say how many customers each one holds.
joins_last = Last { $joins } joins of { $customers } customers.
joins_all =
    { $joins ->
        [one] The only join of { $customers } customers.
       *[other] All { $joins } joins of { $customers } customers.
    }
cut_label =
    { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    }

# Read out by a screen reader.
donut_name = Ring of segment sizes
bars_name = Bars of segment sizes
part_says = { $label }: { $figure } ({ $share })
