# expect: pass
# why: pairs as lists are as good as tuples
problem_types = {
    "rent": ["supervised", "regression"],
    "postcode": ["supervised", "classification"],
    "penguins": ["supervised", "classification"],
    "baskets": ["unsupervised", "clustering"],
    "breathing": ["semi-supervised", "classification"],
    "harvest": ["semi-supervised", "regression"],
    "maze": ["reinforcement", "classification"],
    "heater": ["reinforcement", "regression"],
}
