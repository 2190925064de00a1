# expect: fail
# why: lets the words of a default list outlive the call
def learning_rate_regimes(curvature, learning_rates, words=[]):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError
    for rate in learning_rates:
        c = 1 - rate * curvature
        words.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return words
