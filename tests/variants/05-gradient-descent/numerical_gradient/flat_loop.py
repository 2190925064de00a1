# expect: pass
# why: works on a flat copy and restores the shape, entry by entry
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float64)
    flat = x.ravel().copy()
    slopes = []
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + h
        above = f(flat.reshape(x.shape).copy())
        flat[i] = old - h
        below = f(flat.reshape(x.shape).copy())
        flat[i] = old
        slopes.append((above - below) / (2.0 * h))
    return np.reshape(slopes, x.shape)
