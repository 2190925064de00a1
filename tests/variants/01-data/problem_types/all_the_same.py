# expect: fail
# why: the commonest answer everywhere
problem_types = {
    "rent": ("supervised", "classification"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("supervised", "classification"),
    "breathing": ("supervised", "classification"),
    "harvest": ("supervised", "classification"),
    "maze": ("supervised", "classification"),
    "heater": ("supervised", "classification"),
}
