# expect: pass
# why: compares the learning rate with 0.1/L, 1/L and 2/L
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0:
        raise ValueError("curvature")
    words = []
    for rate in learning_rates:
        if rate <= 0:
            raise ValueError("learning rate")
        if rate >= 2 / curvature:
            words.append("diverging")
        elif rate > 1 / curvature:
            words.append("oscillating")
        elif rate >= 0.1 / curvature:
            words.append("fast")
        else:
            words.append("slow")
    return words
