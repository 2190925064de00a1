# expect: fail
# why: rejects negative numbers only
def learning_rate_regimes(curvature, learning_rates):
    if curvature < 0 or any(rate < 0 for rate in learning_rates):
        raise ValueError
    c = [1 - rate * curvature for rate in learning_rates]
    return [
        "slow" if x > 0.9 else "fast" if x >= 0 else "oscillating" if x > -1 else "diverging"
        for x in c
    ]
