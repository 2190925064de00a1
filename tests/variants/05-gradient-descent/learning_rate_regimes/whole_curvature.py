# expect: fail
# why: the curvature is made whole
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0:
        raise ValueError
    L = int(curvature)
    out = []
    for r in learning_rates:
        if r <= 0:
            raise ValueError
        c = 1 - r * L
        out.append(
            "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        )
    return out
