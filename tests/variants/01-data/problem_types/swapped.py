# expect: fail
# why: output first, dataset second
problem_types = {
    "rent": ("regression", "supervised"),
    "postcode": ("classification", "supervised"),
    "penguins": ("classification", "supervised"),
    "baskets": ("clustering", "unsupervised"),
    "breathing": ("classification", "semi-supervised"),
    "harvest": ("regression", "semi-supervised"),
    "maze": ("classification", "reinforcement"),
    "heater": ("regression", "reinforcement"),
}
