# expect: fail
# why: only the learning rates are checked: a curvature of 0 or below is no ValueError
def learning_rate_regimes(curvature, learning_rates):
    words = []
    for rate in learning_rates:
        if rate <= 0:
            raise ValueError("learning rates must be above 0")
        c = 1 - rate * curvature
        if c <= -1:
            words.append("diverging")
        elif c < 0:
            words.append("oscillating")
        elif c <= 0.9:
            words.append("fast")
        else:
            words.append("slow")
    return words
