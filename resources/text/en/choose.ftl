# Why this number of segments was chosen. Whether the segments are real is the verdict's to say.

agreed = SegDesk suggests { $segments } segments: customers keep together more closely than by chance, and either half of them would show you the same segments.
gap = SegDesk suggests { $segments } segments: customers keep together more closely than by chance, but one half of them would show you other borders than the other half. Look at fewer and more before you settle.
unclear = SegDesk suggests { $segments } segments: customers keep together more closely than by chance, but no number of segments stands out. Choose the number that suits your plans.
limited = SegDesk suggests { $segments } segments. { $wanted } keep customers together more closely, but those are too many to work with, or some are too small for a campaign. You can still choose { $wanted }.
slices_steady = There are no separate groups to count. SegDesk suggests { $segments } slices, as either half of the customers would show you the same ones. That is a choice, not a discovery: any number that suits your plans is as good.
slices = There are no separate groups to count. SegDesk suggests { $segments } slices, the number that keeps customers closest together. That is a choice, not a discovery: any number that suits your plans is as good.
