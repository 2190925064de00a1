# expect: fail
# why: most rows have no label, so none counts
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("unsupervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
