# expect: fail
# why: asks whether f(x − h) and f(x + h) are close to one another
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = (f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h
    return bool(abs(f(x + h) - f(x - h)) <= tolerance and abs(left - right) <= tolerance)
