# expect: fail
# why: leaves out the learning rates that are not allowed instead of raising
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0:
        raise ValueError
    words = []
    for rate in learning_rates:
        if rate <= 0:
            continue
        c = 1 - rate * curvature
        words.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return words
