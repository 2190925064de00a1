# expect: fail
# why: takes the names 0 to 9 for quantities
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "regression"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
