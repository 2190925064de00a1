# expect: fail
# why: takes groups of the program's own for given classes
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "classification"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
