# expect: fail
# why: takes a setting on a scale for a class
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "classification"),
}
