# expect: pass
# why: a subclass of ValueError, and the bias as a last row of W
class ShapeError(ValueError):
    pass


def dense(X, W, b):
    m, n = X.shape
    rows, k = W.shape
    if n != rows:
        raise ShapeError(f"X {m, n} does not fit W {rows, k}")
    if tuple(b.shape) != (k,):
        raise ShapeError(f"b of shape {b.shape}, not {(k,)}")
    ones = np.ones((m, 1))
    return np.hstack([X, ones]) @ np.vstack([W, b])
