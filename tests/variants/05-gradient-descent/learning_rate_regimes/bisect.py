# expect: pass
# why: looks the factor up in a sorted list of bounds
def learning_rate_regimes(curvature, learning_rates):
    import bisect

    if min([curvature, *learning_rates]) <= 0:
        raise ValueError("must be above 0")
    names = ("fast", "oscillating", "diverging")

    def name(share):
        if share < 0.1:
            return "slow"
        return "fast" if share <= 1 else "oscillating" if share < 2 else "diverging"

    return [name(rate * curvature) for rate in learning_rates]
