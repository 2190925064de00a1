# expect: fail
# why: an array in place of a list
def learning_rate_regimes(curvature, learning_rates):
    r = np.asarray(learning_rates, dtype=float)
    if curvature <= 0 or np.any(r <= 0):
        raise ValueError
    c = 1 - r * curvature
    return np.select([c > 0.9, c >= 0, c > -1], ["slow", "fast", "oscillating"], "diverging")
