# expect: pass
# why: the first of several named conditions that holds, by next()
def learning_rate_regimes(curvature, learning_rates):
    rules = {
        "slow": lambda c: c > 0.9,
        "fast": lambda c: c >= 0,
        "oscillating": lambda c: c > -1,
        "diverging": lambda c: True,
    }
    if min([curvature, *learning_rates]) <= 0:
        raise ValueError("must be above 0")
    return [
        next(word for word, rule in rules.items() if rule(1 - rate * curvature))
        for rate in learning_rates
    ]
