# expect: fail
# why: takes a few labels for supervision
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("supervised", "classification"),
    "harvest": ("supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
