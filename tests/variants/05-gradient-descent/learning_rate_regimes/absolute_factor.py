# expect: fail
# why: looks at the size of the factor only
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError
    c = [abs(1 - rate * curvature) for rate in learning_rates]
    return ["diverging" if x >= 1 else "slow" if x > 0.9 else "fast" for x in c]
