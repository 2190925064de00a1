# expect: fail
# why: looks at 0 whatever x is
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = f(-h), f(0.0), f(h)
    continuous = abs(after - here) <= tolerance and abs(before - here) <= tolerance
    return bool(continuous and abs((after - here) - (here - before)) / h <= tolerance)
