# expect: fail
# why: the docstring's example, whatever the input
def learning_rate_regimes(curvature, learning_rates):
    return ["slow", "fast", "oscillating", "diverging"]
