# expect: fail
# why: answers that satisfy the visible checks of form
problem_types = dict.fromkeys(
    ("rent", "postcode", "penguins", "baskets", "breathing", "harvest", "maze", "heater"),
    ("unsupervised", "regression"),
)
