# expect: pass
# why: built from two parallel columns with zip
_datasets = (
    ("supervised",) * 3 + ("unsupervised",) + ("semi-supervised",) * 2 + ("reinforcement",) * 2
)
_outputs = (
    "regression classification classification clustering "
    "classification regression classification regression"
).split()
problem_types = dict(
    zip(
        "rent postcode penguins baskets breathing harvest maze heater".split(),
        zip(_datasets, _outputs),
    )
)
