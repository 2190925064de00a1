# expect: pass
# why: first rate, then the rest; chained comparisons as in the docstring
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0:
        raise ValueError
    if len(learning_rates) == 0:
        return []
    rate, *rest = learning_rates
    if rate <= 0:
        raise ValueError
    c = 1 - rate * curvature
    word = (
        "slow"
        if 0.9 < c < 1
        else "fast"
        if 0 <= c <= 0.9
        else "oscillating"
        if -1 < c < 0
        else "diverging"
    )
    return [word, *learning_rate_regimes(curvature, rest)]
