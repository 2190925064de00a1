# expect: fail
# why: returns which regimes occur, each once
def learning_rate_regimes(curvature, learning_rates):
    if curvature <= 0 or any(rate <= 0 for rate in learning_rates):
        raise ValueError
    words = []
    for rate in learning_rates:
        c = 1 - rate * curvature
        word = "slow" if c > 0.9 else "fast" if c >= 0 else "oscillating" if c > -1 else "diverging"
        if word not in words:
            words.append(word)
    return words
