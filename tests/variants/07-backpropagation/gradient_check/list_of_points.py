# expect: pass
# why: all moved points in one array, norms by hypot


def gradient_check(f, grad, x, h=1e-5):
    point = np.array(x, dtype=float)
    moves = np.eye(point.size).reshape(point.size, *point.shape) * h
    n = [(float(f(point + e)) - float(f(point - e))) / (2 * h) for e in moves]
    g = [float(v) for v in np.ravel(grad(point))]
    total = math.hypot(*g) + math.hypot(*n)
    if total == 0:
        return 0
    return math.hypot(*(p - q for p, q in zip(g, n))) / total
