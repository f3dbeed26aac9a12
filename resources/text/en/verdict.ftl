# The verdict: are the segments real, and would they come back? Read by the window and the command line.

real_question = Are they real?
back_question = Would they come back?

reality_natural = Natural groups
reality_slices = Useful slices
reality_nothing = Nothing to hold on to
line_natural = stands out from chance, { $p }
line_slices = a smooth spread, { $p }
line_nothing = no more than chance, { $p }
p_is = p = { $value }
p_below = p below { $least }
p_unknown = p not known
means_natural = Your customers do fall into separate groups: chance alone rarely makes segments that stand apart like this.
means_slices = Your customers form a smooth spread, not separate groups. You can still cut it into slices: that is a choice, not a discovery.
means_slices_of = Your customers form a smooth spread, not separate groups. You can still cut it into { $segments } slices: that is a choice, not a discovery.
means_nothing = Nothing in these columns holds customers together. Choose other columns before you act on these segments.

stability_solid = Solid
stability_usable = Usable
stability_fuzzy = Fuzzy
stability_unstable = Don't act on it
stability_means_solid = With other customers of the same kind this segment would come back almost the same.
stability_means_usable = With other customers of the same kind most of this segment would come back.
stability_means_fuzzy = The core of this segment comes back, its edges don't. Don't count on single customers.
stability_means_unstable = With slightly different customers this segment falls apart. Don't act on it.
all_solid = All solid
all_usable = All usable
all_fuzzy = All fuzzy
all_unstable = None of them
all_firm = Solid or usable
all_weak = Fuzzy at best
one_fuzzy = { $most }, one fuzzy
one_unstable = { $most }, one not
some_firm = { $firm } of { $all } would
repeats =
    { $repeats ->
        [one] in 1 repeat: { $figures }
       *[other] in { $repeats } repeats: { $figures }
    }
repeats_range =
    { $repeats ->
        [one] in 1 repeat: { $low } to { $high }
       *[other] in { $repeats } repeats: { $low } to { $high }
    }

act_on_all =
    { $segments ->
        [2] You can act on both segments.
       *[other] You can act on all { $segments } segments.
    }
act_on_none = Don't act on single segments: with slightly different customers they come out differently.
act_on_first =
    { $segments ->
        [one] Act on the first segment only.
       *[other] Act on the first { $segments } segments.
    }
act_on_one = Act on { $name } only.
act_on_all_but = Act on all segments but { $name }.
act_on_some = Act on segments { $numbers } and { $last }.
overlap =
    { $customers ->
        [one] { $one } overlaps with { $other }: 1 customer sits between them.
       *[other] { $one } overlaps with { $other }: { $customers } customers sit between them.
    }
borderline =
    { $customers ->
        [one] 1 customer sits between two segments.
       *[other] { $customers } customers sit between two segments.
    }
dominance = Without { $column } { $share } change segment.
above_chance = { $difference } above chance

# The strip at the top of the results.
strip = Verdict on these segments
not_checked = Not checked yet
waiting = Waiting
checking = Being checked …
offer = SegDesk can test whether these segments are more than chance, and whether they would come back with other customers. You can go on meanwhile.
offer_repeats = Whether they would come back hasn't been checked for this number of segments.
check = Check them
check_says = Check whether these segments are real and would come back
again = Try again
again_says = Check these segments once more
cancel = Cancel
cancel_says = Stop checking; the results stay
details = How SegDesk came to this verdict
progress = { $stage } · { $share }
dial_real = Three stops: nothing to hold on to, useful slices, natural groups. It stands at { $title }: { $line }.
dial_back = On average the segments were { $share } alike in the repeats. { $title }, { $line }.
dial_unknown = Not known yet.

# The details below.
details_columns = Is one column deciding everything?
test_dip = Do customers part into heaps along the main direction? (dip test)
test_silhouette = Do segments stand apart more than chance makes them? (silhouette against a copula)
test_gap = How many groups does the gap statistic see?
gap_none = none
silhouette_row = Silhouette of this cut
silhouette_figure = { $silhouette }, { $chance } by chance: { $above }
rows_row = Customers looked at
repeats_row = Repeats, each with other customers drawn from yours
borderline_row = Customers who sit between two segments
not_known = –
segment = Segment
stability = Reliability
alike = In the repeats
columns_lead = Share of customers who change segment when a column is left out.
columns_one = One column decides nearly everything here: look whether that is what you want.
columns_none = Not known yet.
column_share = { $column }: { $share } change segment
columns_name = Columns that the segments hang on
table_name = Segments with their reliability
stopped = You stopped the check. The segments themselves are saved.
