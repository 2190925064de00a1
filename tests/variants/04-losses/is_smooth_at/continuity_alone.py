# expect: fail
# why: takes continuous for smooth
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    return bool(abs(f(x + h) - f(x)) <= tolerance and abs(f(x - h) - f(x)) <= tolerance)
