# expect: fail
# why: raises only if all learning rates are bad
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or (len(learning_rates) and max(learning_rates) <= 0):
        raise ValueError
    out = []
    for r in learning_rates:
        c = 1 - r * curvature
        out.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return out
