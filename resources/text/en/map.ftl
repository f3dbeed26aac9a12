# The Map of customers tab.

no_map = This run was saved by an older SegDesk, which made no map. Find segments again with the same choices to get one.
no_axes = All customers of this run are alike, so a map would be a single dot.
flat = Flat
space = In space
view_says = Flat, or in space
arrows = Arrows
arrows_says = Show what the directions mean as arrows
hint_flat = Drag around customers to pick them out; the wheel comes closer, a double click shows all. Keys: arrows, + and −, Home.
hint_space = Drag to turn, with Shift to draw around customers; the wheel comes closer. Keys: arrows, + and −, Home.
meaning_title = What the directions mean
direction = Direction { $number } · { $share }
more = more { $columns }
less = less { $columns }
more_less = more { $more } · less { $less }
nothing = no single column
together = The directions shown hold { $share } of all differences between customers; the rest can't be seen on this map.
whole = The directions shown hold all differences between customers.
segments_title = Segments
side_says = Segments, and what the directions mean
