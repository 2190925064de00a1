# expect: fail
# why: knows the two examples of the docstring
def is_convex_on(f, points, tolerance=1e-9):
    return f(2.0) > 0
