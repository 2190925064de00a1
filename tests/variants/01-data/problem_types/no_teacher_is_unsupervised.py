# expect: fail
# why: "nobody tells it which move is right" taken for unsupervised; it receives rewards
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("unsupervised", "classification"),
    "heater": ("reinforcement", "regression"),
}
