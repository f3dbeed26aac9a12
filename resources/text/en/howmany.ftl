# The How many tab: four advisers on the number of segments, and the choice.

title_gap = More than chance (gap)
title_strength = Found again (prediction strength)
title_elbow = Spread left inside (elbow)
title_silhouette = Standing apart (silhouette)
figure_gap = gap
figure_strength = prediction strength
figure_elbow = spread inside segments
figure_silhouette = silhouette
segments_axis = segments
says_gap =
    { $segments ->
        [0] Can't tell.
        [1] Says: no groups.
       *[other] Says { $segments }: no larger number gains more than its error.
    } Trust it most: it alone can also say that there are no groups.
says_strength =
    { $segments ->
        [0] Can't tell.
        [1] Says: nothing that the other half of your customers repeats.
       *[other] Says { $segments }: the most that one half of your customers still finds in the other.
    } A good second opinion; it is careful.
says_elbow =
    { $segments ->
        [0] Sees no bend.
       *[other] Says { $segments }: where the curve bends.
    } It bends without any groups, too: look at it, don't decide by it.
says_silhouette =
    { $segments ->
        [0] Can't tell.
       *[other] Says { $segments }: the highest point.
    } It always names a number, groups or not: a hint only.
level = 0.8: enough
chosen = chosen

why =
    { $segments ->
        [1] Why one segment
       *[other] Why { $segments } segments
    }
limits =
    { $least ->
        [one] Looked for at most { $most } segments, the smallest of at least 1 customer: more campaigns than that are hard to run.
       *[other] Looked for at most { $most } segments, the smallest of at least { $least } customers: more or smaller ones are hard to run campaigns for.
    }
rows =
    { $rows ->
        [one] From 1 customer.
       *[other] From a look at { $rows } customers.
    }
in_view = You are looking at { $segments } segments.
hint = Click a dot to cut there; with the keyboard, arrow keys and Enter. Gold is the choice, the ring what you are looking at.
hint_some = Grey dots can't be cut to in this run.
figures = All figures
table_name = What the advisers say of each number of segments
segments = Segments

not_asked = How many segments there are hasn't been looked at for this run.
ask = Look now
ask_says = Look how many segments there are
again = Try again
progress = { $stage } · { $share }

finds_itself = { $term } finds the number of segments by itself: a segment is where customers crowd together, and who stands in a thin place has no segment. It found { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    } and left { $outliers ->
        [0] nobody
        [one] 1 customer
       *[other] { $outliers } customers
    } without one.
finds_itself_change = For another number, choose another method, or change how dense a crowd must be, in Configure.

save_says = Save this chart: { $title }
save_png = PNG picture
save_svg = SVG picture
save_csv = CSV table

nearness_title = Where crowds end
nearness_share = share of customers
nearness_distance = distance to neighbour { $neighbours }
nearness_eps = { $eps }: near enough (eps)
nearness_reading = Customers within { $eps } of each other (eps) belong to one crowd: { $share } have enough neighbours that near. The distance was taken where the curve begins to soar, unless you chose it.
