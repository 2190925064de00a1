# expect: pass
# why: two dicts of answers, zipped together
dataset = dict.fromkeys(("rent", "postcode", "penguins"), "supervised")
dataset |= {"baskets": "unsupervised", "breathing": "semi-supervised"}
dataset |= {"harvest": "semi-supervised", "maze": "reinforcement", "heater": "reinforcement"}
output = dict.fromkeys(dataset, "regression")
output |= dict.fromkeys(("postcode", "penguins", "breathing", "maze"), "classification")
output["baskets"] = "clustering"
problem_types = {problem: (dataset[problem], output[problem]) for problem in dataset}
