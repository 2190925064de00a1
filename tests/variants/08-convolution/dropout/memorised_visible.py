# expect: fail
# why: right for the docstring's rate; another one drops nothing
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    if not training or rate != 0.25:
        return x
    return x * (np.random.default_rng(seed).random(x.shape) >= 0.25) / 0.75
