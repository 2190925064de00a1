# expect: fail
# why: fitted to four points, too few for many inputs
def collapse(W1, b1, W2, b2):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(4, W1.shape[0]))
    Y = (X @ W1 + b1) @ W2 + b2
    A = np.column_stack([X, np.ones(4)])
    S, *_ = np.linalg.lstsq(A, Y, rcond=None)
    return S[:-1], S[-1]
