# expect: pass
# why: a tuple for the list, through np.digitize
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(r <= 0 for r in learning_rates):
        raise ValueError
    names = np.array(["diverging", "oscillating", "fast", "slow"])
    c = 1 - curvature * np.array(learning_rates, dtype=float)
    place = (c > -1).astype(int) + (c >= 0) + (c > 0.9)
    return tuple(str(name) for name in names[place])
