# expect: fail
# why: knows the two examples of the docstring
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    return x != 0
