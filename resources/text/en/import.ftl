# The first screen.

hero = Drop your customer file here
lead = CSV or Excel, from your till, loyalty programme or web shop. One row per customer, or one per sale.
choose = Choose a file
sample = Try the sample
keys = or press <span style="font-family: '{ $font }'">{ $open }</span>, or paste a path with <span style="font-family: '{ $font }'">{ $paste }</span>
reading = Reading your file
cancel = Cancel

recipes = Saved recipes…
files = Your files
files_empty = Nothing here yet. Every file you open is kept on this computer, with its segments, so that you can find it again tomorrow.
files_hint = Files stay available even if the original is moved. Delete one with the bin that appears on hover; undo brings it back.
about =
    { $rows ->
        [one] 1 customer · { $when }
       *[other] { $rows } customers · { $when }
    }
runs =
    { $runs ->
        [one] 1 run
       *[other] { $runs } runs
    }
runs_says =
    { $runs ->
        [one] Show the run of { $name }
       *[other] Show the { $runs } runs of { $name }
    }
row_says =
    { $runs ->
        [0] { $name }, { $about }
        [one] { $name }, { $about }, 1 run
       *[other] { $name }, { $about }, { $runs } runs
    }
delete = Delete { $name }
