# expect: fail
# why: words in a dict by learning rate: a rate that occurs twice gives one word, breaks "one for each learning rate"
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0:
        raise ValueError("curvature must be above 0")
    found = {}
    for rate in learning_rates:
        if rate <= 0:
            raise ValueError("learning rate must be above 0")
        c = 1 - rate * curvature
        if c <= -1:
            found[rate] = "diverging"
        elif c < 0:
            found[rate] = "oscillating"
        elif c <= 0.9:
            found[rate] = "fast"
        else:
            found[rate] = "slow"
    return list(found.values())
