# expect: fail
# why: uses a step and a tolerance of its own
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = f(x - 1e-6), f(x), f(x + 1e-6)
    continuous = abs(after - here) < 1e-3 and abs(before - here) < 1e-3
    return bool(continuous and abs((after - here) - (here - before)) / 1e-6 < 1e-3)
