# expect: fail
# why: a learning rate of 0 or below is called slow
def learning_rate_regimes(curvature, learning_rates):
    c = [1 - rate * curvature for rate in learning_rates]
    return [
        "slow" if x > 0.9 else "fast" if x >= 0 else "oscillating" if x > -1 else "diverging"
        for x in c
    ]
