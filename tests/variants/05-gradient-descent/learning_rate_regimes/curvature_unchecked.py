# expect: fail
# why: checks the learning rates alone
def learning_rate_regimes(curvature, learning_rates):
    if any(rate <= 0 for rate in learning_rates):
        raise ValueError
    words = []
    for rate in learning_rates:
        c = 1 - rate * curvature
        words.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return words
