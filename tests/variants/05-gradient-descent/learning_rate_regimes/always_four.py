# expect: fail
# why: one word for each regime, whatever the rates
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError
    return ["slow", "fast", "oscillating", "diverging"][: len(learning_rates)]
