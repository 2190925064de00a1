# expect: fail
# why: looks for a jump on the right alone; with a large h the slopes may agree and one rise not
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = f(x - h), f(x), f(x + h)
    if abs(after - here) > tolerance:
        return False
    return bool(abs((after - here) - (here - before)) / h <= tolerance)
