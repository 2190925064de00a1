# expect: pass
# why: Bernoulli variables from SciPy
def dropout(x, rate, training, seed):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and below 1, not {rate}")
    from scipy.stats import bernoulli

    if not training:
        return x
    kept = bernoulli.rvs(1 - rate, size=x.shape, random_state=seed)
    return np.divide(x * kept, 1 - rate)
