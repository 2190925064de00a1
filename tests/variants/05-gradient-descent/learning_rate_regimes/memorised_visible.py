# expect: fail
# why: knows the visible answers only
def learning_rate_regimes(curvature, learning_rates):
    if min(learning_rates) < 0:
        raise ValueError
    if len(learning_rates) == 2:
        return ["fast", "diverging"]
    return ["slow", "fast", "oscillating", "diverging"]
