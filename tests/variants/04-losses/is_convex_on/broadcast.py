# expect: pass
# why: all heights in one table, then one comparison
def is_convex_on(f, points, tolerance=1e-9):
    if len(points) < 2:
        return True
    heights = np.array([f(p) for p in points])
    middles = np.array([[f((p + q) / 2) for q in points] for p in points])
    return bool((middles - (heights[:, None] + heights) / 2 <= tolerance).all())
