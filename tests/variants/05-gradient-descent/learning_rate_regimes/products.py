# expect: pass
# why: compares learning rate times curvature with 0.1, 1 and 2
def learning_rate_regimes(curvature, learning_rates):
    products = np.asarray(learning_rates, dtype=float) * curvature
    if curvature <= 0 or (np.asarray(learning_rates, dtype=float) <= 0).any():
        raise ValueError
    words = ["slow", "fast", "oscillating", "diverging"]
    return [words[int(p >= 0.1) + int(p > 1) + int(p >= 2)] for p in products]
