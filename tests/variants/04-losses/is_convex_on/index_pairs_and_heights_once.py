# expect: pass
# why: np.triu_indices; f is called once for each point and once for each midpoint
def is_convex_on(f, points, tolerance=1e-9):
    i, j = np.triu_indices(len(points), k=1)
    heights = np.array([float(f(p)) for p in points])
    middles = np.array([float(f(p)) for p in (points[i] + points[j]) / 2])
    if len(middles) == 0:
        return True
    return bool(np.all(middles - (heights[i] + heights[j]) / 2 <= tolerance))
