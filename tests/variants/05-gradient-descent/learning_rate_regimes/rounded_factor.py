# expect: fail
# why: the factor is rounded to two decimals "against rounding errors": -0.999 diverges, 0.903 is fast; breaks the bounds
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError("must be above 0")
    words = []
    for rate in learning_rates:
        c = round(1 - rate * curvature, 2)
        if c <= -1:
            words.append("diverging")
        elif c < 0:
            words.append("oscillating")
        elif c <= 0.9:
            words.append("fast")
        else:
            words.append("slow")
    return words
