# expect: pass
# why: moves one entry of a flat copy and puts it back


def gradient_check(f, grad, x, h=1e-5):
    x = np.asarray(x).astype(np.float64).copy()
    numeric = np.empty(x.size)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        up = f(x)
        x.flat[i] = old - h
        down = f(x)
        x.flat[i] = old
        numeric[i] = (up - down) / h / 2
    claimed = np.ravel(grad(x))
    below = np.linalg.norm(claimed) + np.linalg.norm(numeric)
    return 0.0 if below == 0 else np.linalg.norm(claimed - numeric) / below
