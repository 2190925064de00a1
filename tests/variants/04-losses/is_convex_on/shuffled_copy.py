# expect: pass
# why: any order, checks on copies handed to f
def is_convex_on(f, points, tolerance=1e-9):
    todo = [np.copy(p) if np.ndim(p) else float(p) for p in points]
    verdict = True
    while todo and verdict:
        a = todo.pop()
        for b in todo:
            middle = a + (b - a) / 2
            chord = f(a) / 2 + f(b) / 2
            verdict = verdict and bool(f(middle) <= chord + tolerance)
    return verdict
