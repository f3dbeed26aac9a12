# Why this number of segments was chosen.

agreed =
    SegDesk suggests { $segments } segments: the customers form that many groups, and either half of them would show you the same ones.
steady =
    SegDesk suggests { $segments } segments: there are groups, and this is the largest number that either half of the customers would show you again.
gap =
    SegDesk suggests { $segments } segments: the customers form about that many groups, but their borders differ from one half of the customers to the other. Look at fewer and more before you settle.
limited =
    SegDesk suggests { $segments } segments. The customers form about { $wanted } groups, but that would be too many to work with, or some too small to be worth a campaign. You can still choose { $wanted }.
slices_steady =
    There are no separate groups to count. SegDesk suggests { $segments } slices because they come out the same in either half of the customers: that is a choice, not a discovery. Any number that suits your plans is as good.
slices =
    There are no separate groups to count. SegDesk suggests { $segments } slices, the number that keeps customers closest together: that is a choice, not a discovery. Any number that suits your plans is as good.
