# expect: pass
# why: tests three places on each chord, the middle among them
def is_convex_on(f, points, tolerance=1e-9):
    verdict = np.True_
    for a in points:
        for b in points:
            for t in (0.25, 0.5, 0.75):
                chord = t * f(a) + (1 - t) * f(b)
                verdict = verdict & (f(t * a + (1 - t) * b) - chord <= tolerance)
    return verdict
