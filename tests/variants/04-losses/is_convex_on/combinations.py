# expect: pass
# why: pairs from itertools, one expression
from itertools import combinations


def is_convex_on(f, points, tolerance=1e-9):
    return all(f((a + b) / 2) <= (f(a) + f(b)) / 2 + tolerance for a, b in combinations(points, 2))
