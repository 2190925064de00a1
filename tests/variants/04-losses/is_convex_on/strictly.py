# expect: fail
# why: asks for the graph to lie below the chord by more than the tolerance
def is_convex_on(f, points, tolerance=1e-9):
    for i in range(len(points)):
        for j in range(i):
            if f((points[i] + points[j]) / 2) >= (f(points[i]) + f(points[j])) / 2 - tolerance:
                return False
    return True
