# expect: pass
# why: np.select on an array of factors
def learning_rate_regimes(curvature, learning_rates):
    rates = np.asarray(learning_rates, dtype=float)
    if curvature <= 0 or np.any(rates <= 0):
        raise ValueError("all numbers must be positive")
    c = 1 - rates * curvature
    words = ["diverging", "oscillating", "fast"]
    return np.select([c <= -1, c < 0, c <= 0.9], words, default="slow").tolist()
