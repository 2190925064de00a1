# expect: fail
# why: takes the reward for a label
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("supervised", "classification"),
    "heater": ("reinforcement", "regression"),
}
