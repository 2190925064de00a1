# expect: fail
# why: ValueError "if the curvature or any of the learning rates is 0 or negative": curvature -4 with the learning rate -0.1 has the factor 0.6, and no error is raised
def learning_rate_regimes(curvature, learning_rates):
    factors = [1 - rate * curvature for rate in learning_rates]
    if any(c >= 1 for c in factors):
        raise ValueError("curvature and learning rates must be positive")

    def regime(c):
        if c > 0.9:
            return "slow"
        if c >= 0:
            return "fast"
        return "oscillating" if c > -1 else "diverging"

    return [regime(c) for c in factors]
