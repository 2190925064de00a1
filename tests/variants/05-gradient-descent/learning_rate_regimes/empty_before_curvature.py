# expect: fail
# why: ValueError "if the curvature ... is 0 or negative": learning_rate_regimes(-1, []) returns [] because the check stands in the loop
def learning_rate_regimes(curvature, learning_rates):
    regimes = []
    for rate in learning_rates:
        if curvature <= 0 or rate <= 0:
            raise ValueError("curvature and learning rates must be positive")
        c = 1 - rate * curvature
        if c > 0.9:
            regimes.append("slow")
        elif c >= 0:
            regimes.append("fast")
        elif c > -1:
            regimes.append("oscillating")
        else:
            regimes.append("diverging")
    return regimes
