# The command line.

help = Find the segments in a customer file. Without a command, SegDesk opens its window: segdesk [FILE].
help_database = The database file. Left out: SegDesk's own, in your data folder.
help_language = The language of what is printed, for this once. Names in JSON stay as they are.
help_json = Print one JSON document instead of text.
help_import = Read a customer file and save it as a dataset.
help_encoding_name = The file's encoding, such as utf-8 or cp1252. Left out: found from the file, as are the next ones.
help_delimiter = What separates the columns; "tab" for the tab key.
help_quotechar = What stands around texts that hold a separator.
help_decimal = What stands before decimals: a point or a comma.
help_thousands = What stands between thousands.
help_dayfirst = Whether 04/09/2023 is 4 September or April 9.
help_sheet = Which sheet of a spreadsheet.
help_header_row = Which row holds the headings, counted from 1; 0 if there are none.
help_unknown = Read the word "unknown" as a blank.
help_ethiopian = This column's dates are in the Ethiopian calendar. Can be given several times.
help_customers = Make one row per customer of a file of sales or of a saved dataset, and write them as CSV.
help_out = The CSV file to write, for spreadsheets.
help_of_customer = Which column tells customers apart. Left out: found from the file, as are the next ones; "" is none.
help_of_date = Which column has the date of the sale.
help_of_amount = Which column has the money of the line.
help_of_quantity = Which column has how many were bought.
help_of_unit_price = Which column has the price of one piece.
help_of_invoice = Which column has the invoice number.
help_of_category = Which column has the kind of goods.
help_of_currency = Which column has the currency.
help_of_status = Which column says what became of the order.
help_accept = Take every suggestion to tidy the file: ages, totals, values set aside.
help_recipe = Use a saved recipe, such as an export holds; other options stand above it.
help_segment = Find segments in a file or in a saved dataset, and save them as a run.
help_method = How segments are found: by a tree (ward, complete, average, single), around centres (kmeans), as clouds (gmm, gmm_diagonal) or where customers crowd (dbscan, hdbscan).
help_starts = kmeans, gmm, gmm_diagonal: how many times to begin anew; the best result is kept.
help_eps = dbscan: the greatest distance between neighbours. Left out: found from the data, as are the next two.
help_min_samples = dbscan, hdbscan: how many customers make a crowd.
help_min_size = hdbscan: the smallest segment.
help_k = How many segments: a number from 2 to { $most }, or auto.
help_encoding = How columns become comparable numbers.
help_pca = Simplify first: a number of directions, a share of the variance such as 0.9, or none.
help_columns = Use exactly these columns, separated by commas, identifiers included if named.
help_seed = Decides every random choice.
help_choose = Say how many segments a file or a saved dataset has, and which advisers say so.
help_compare = Find segments by every method and say which one to take.
help_verdict = Say whether a run's segments are real, and whether they would come back.
help_export = Also write lists, charts and recipe into this folder.
help_datasets = List the saved datasets.
help_runs = List the saved runs.
help_profile = Say who the customers of each segment are, and what to do for them.
help_show = Show a run.
help_labels = Print each row's segment as CSV: row_index, segment.
help_export_command = Write a run's lists, charts and recipe into a folder.
help_delete = Delete a dataset with all its runs, or a run, for good.
help_check = Check that the database is sound.

usage = { $problem } Try "segdesk --help".
no_command = There is no command “{ $name }”.
no_command_but = There is no command “{ $name }”. Did you mean: { $nearest }?
no_option = There is no option { $name }.
no_value = The option { $name } needs a value after it.
no_parameter = { $name } is missing.
too_much = There are more words than the command takes: { $words }.
not_understood = SegDesk doesn't understand this.
bad_choice = { $name } can't be “{ $value }”. It takes one of: { $choices }.
bad_between = { $name } can't be “{ $value }”. It takes a number from { $low } to { $high }.
bad_number = { $name } can't be “{ $value }”. It takes a number.
bad_path = { $name } can't be “{ $value }”. It takes the name of a file.
bad_value = { $name } can't be “{ $value }”.
usage_word = Usage:
options_word = Options
commands_word = Commands
help_help = Show this message and exit.
help_version = Show the version and exit.
stopped = Stopped. What had been saved before stays; nothing half done was kept.
cannot_print = The result could not be written out, perhaps because the disk is full. Send the output elsewhere and try again; what was saved stays.
long = This takes about { $time }. Ctrl+C stops it; nothing of the run is kept then.
bug = SegDesk has made a mistake. Your files are unchanged. These details help to mend it:
no_datasets = No datasets yet. Try: segdesk import FILE
no_runs = No runs yet. Try: segdesk segment FILE
looks_like_sales = This looks like sales, not customers. For one row per customer: segdesk customers { $id } --out FILE.csv
customers_of = { $name } · customers
written = One row per customer is in { $path }
exported = Files are in { $folder }
deleted = Deleted { $what } { $id }.
sound = The database is sound.
damaged =
    { $count ->
        [one] The database has a problem. Copy the file to a safe place, then import your customer files again.
       *[other] The database has { $count } problems. Copy the file to a safe place, then import your customer files again.
    }
dataset_line = Dataset { $id }: { $name } · { $rows } customers · { $runs ->
        [one] 1 run
       *[other] { $runs } runs
    } · { $when }
run_line = Run { $id } of { $dataset }: { $title } · { $when }
quality_line = Silhouette { $silhouette } ({ $band }) · { $customers } customers · { $columns ->
        [one] 1 column used
       *[other] { $columns } columns used
    }
segment_line = { $number }  { $name } · { $size ->
        [one] 1 customer
       *[other] { $size } customers
    } · { $share }
outlier_line = { $size ->
        [one] One customer has
       *[other] { $size } customers have
    } no segment · { $share }
left_out = Left out of the sums:
tidied = Tidied:
suggested = Could be tidied (--accept-suggestions does all of it):

# Lists, campaigns, reports.
help_format = customer lists as CSV files or as one workbook (xlsx)
help_list_segments = lists of these segments only, by number, e.g. 2,0 (default: all, and a list of everybody)
help_list_columns = the lists' columns in this order, separated by commas (default: all)
help_opt_out = leave out of the lists who asked not to be contacted (the default), or list all
help_campaign = choose whom to write to within a budget, hold a random part back, and write both lists
help_budget = what the campaign may cost in all
help_cost = what it costs to contact one customer
help_segments = segments by number, the most important first, e.g. 2,0 (default: all, by sales per customer)
help_control = share held back at random to compare with; at least 30 customers where there are enough
help_campaign_seed = draw other customers: any whole number
help_identifier = the column with customer numbers (default: found by itself)
help_sales = the column that says what customers spent (default: found by itself)
help_campaign_out = the folder for the lists
help_uplift = say what a campaign brought, by next month's file of customers or of sales since the campaign
help_uplift_column = the column that says what customers spent (default: found by itself)

help_predict = Place the customers of a file in the segments of a run.
help_predict_out = Write the customers with their segments into this CSV file.
help_predict_save = Keep the customers and where they were placed.
help_renew = Learn anew how to place, whatever was kept.
help_accept_mapping = Agree to what is proposed for columns that look renamed or counted in something else.
help_map = This column of the file (NEW) is that column of the run (OLD), or none of them (NEW=). Can be given several times.
help_scale = Multiply this column by a factor, as for another currency. Can be given several times.
no_pair = “{ $text }” can't be read. Write two things with an equals sign between them, such as Umsatz_EUR=Umsatz.
no_factor = “{ $text }” is no factor. Write a number with a point, such as 0.019.
help_actions = Your own marketing actions and kinds of customers.
help_actions_list = List what is advised by your own words.
help_actions_export = Write your own as a JSON file.
help_actions_import = Take actions and kinds of customers from a JSON file; what it doesn’t speak of stays.
actions_none = There are no actions of your own: SegDesk’s are in force.
actions_of = { $name }: { $actions }
actions_of_own = { $name } ({ $signs }): { $actions }
actions_empty = nothing
actions_written = { $path } holds your actions for { $actions } of SegDesk’s kinds of customers, and { $personas } of your own.
actions_read = Taken over: actions for { $actions } of SegDesk’s kinds of customers, and { $personas } of your own.
help_report = make a report to print and hand on, as a PDF or one HTML file (by the file's ending)
help_full = with single customers and small segments: not to be handed on
help_till_card = only the card of questions for the staff at the till
help_ask = the columns that may be asked about on the till card, separated by commas (default: found by itself)

help_rerun = Use a run's recipe, or a saved one, on a new file; the segments keep their numbers and names.
help_migrate = Compare two runs, or a run and a newer file: who moved, joined and left.
help_erase = Remove one person from everything that SegDesk keeps.
help_erase_column = The column that tells who is who, such as customer_id.
help_erase_value = The person's value in that column.
help_recipes = Keep recipes under names, and pass them on as files.
help_recipes_list = List the saved recipes.
help_recipes_save = Save a run's recipe under a name.
help_recipes_export = Write a saved recipe as a file.
help_recipes_import = Save the recipe in a file under a name.
help_recipes_delete = Delete a saved recipe.
no_recipes = No recipes yet. Try: segdesk recipes save RUN_ID NAME
recipe_saved = The recipe is saved as “{ $name }”.
recipe_deleted = The recipe “{ $name }” is deleted.
recipe_written = The recipe is in { $path }
