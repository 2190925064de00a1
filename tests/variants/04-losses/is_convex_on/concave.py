# expect: fail
# why: has the inequality the wrong way round
def is_convex_on(f, points, tolerance=1e-9):
    for a in points:
        for b in points:
            if f((a + b) / 2) < (f(a) + f(b)) / 2 - tolerance:
                return False
    return True
