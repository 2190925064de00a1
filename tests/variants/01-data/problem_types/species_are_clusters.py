# expect: fail
# why: takes given classes for groups that a program forms
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "clustering"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
