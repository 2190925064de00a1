# expect: pass
# why: f of each point once, a matrix of gaps
def is_convex_on(f, points, tolerance=1e-9):
    values = [float(f(p)) for p in points]
    n = len(values)
    gaps = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            gaps[i, j] = f(0.5 * points[i] + 0.5 * points[j]) - 0.5 * (values[i] + values[j])
    return bool((gaps <= tolerance).all())
