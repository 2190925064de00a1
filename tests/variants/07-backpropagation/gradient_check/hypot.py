# expect: pass
# why: Euclidean norms with math.hypot
def gradient_check(f, grad, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.asarray(grad(np.array(x)), dtype=float).flatten().tolist()
    n = []
    for i in range(x.size):
        left, right = x.copy(), x.copy()
        left.flat[i] -= h
        right.flat[i] += h
        n.append((f(right) - f(left)) / (2 * h))
    length = math.hypot(*g) + math.hypot(*n)
    if not length:
        return 0
    return math.dist(g, n) / length
