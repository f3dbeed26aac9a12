# The Results step: header, tabs, export.

run_line = { $method } ({ $term }) · { $segments ->
        [one] 1 segment
       *[other] { $segments } segments
    } · { $when }
view_only = View only, not saved
view_only_tip = The run was saved with { $saved } segments. Keep this cut to save this one as a run of its own.
keep = Keep this cut
tab_overview = Overview
tab_how_many = How many
tab_distribution = Distribution
tab_profiles = Profiles
tab_map = Map of customers
tab_dendrogram = Tree
tab_customers = Customers
export = Export
export_lists = Customer lists…
export_report = Report…
export_charts_png = Charts (PNG)
export_charts_svg = Charts (SVG)
export_recipe = Recipe (JSON)
export_all = Everything into a folder
export_till_card = Till card (PDF)
row = row { $number }
compare = Compare methods
next = What next
next_newcomers = Place new customers…
next_months = Compare with next month…
next_recipes = Keep the recipe, or run one…
next_campaign = Plan a campaign…
next_uplift = See what a campaign brought…
