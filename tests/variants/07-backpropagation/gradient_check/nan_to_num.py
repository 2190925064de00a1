# expect: pass
# why: lets 0 / 0 happen and replaces the NaN


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype="float64")
    n = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.array(grad(x), dtype="float64")
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(
            np.sqrt(((g - n) ** 2).sum()) / (np.sqrt((g**2).sum()) + np.sqrt((n**2).sum()))
        )
