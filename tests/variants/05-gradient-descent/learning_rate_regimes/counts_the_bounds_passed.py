# expect: pass
# why: the sum of three comparisons is the index into the words
def learning_rate_regimes(curvature, learning_rates):
    def positive(number):
        if not number > 0:
            raise ValueError(f"{number} is not above 0")
        return float(number)

    L = positive(curvature)
    factors = [1 - positive(rate) * L for rate in learning_rates]
    words = ("slow", "fast", "oscillating", "diverging")
    return [words[(c <= 0.9) + (c < 0) + (c <= -1)] for c in factors]
