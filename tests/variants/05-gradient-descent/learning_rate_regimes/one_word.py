# expect: fail
# why: returns the word of the first rate
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError
    for rate in learning_rates:
        x = 1 - rate * curvature
        return "slow" if x > 0.9 else "fast" if x >= 0 else "oscillating" if x > -1 else "diverging"
