# expect: fail
# why: a reward is not seen as a source of learning
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("unsupervised", "classification"),
    "heater": ("unsupervised", "regression"),
}
