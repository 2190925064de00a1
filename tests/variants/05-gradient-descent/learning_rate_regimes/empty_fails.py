# expect: fail
# why: takes the smallest of the rates, which an empty list has not
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or np.min(learning_rates) <= 0:
        raise ValueError
    words = []
    for rate in learning_rates:
        c = 1 - rate * curvature
        words.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return words
