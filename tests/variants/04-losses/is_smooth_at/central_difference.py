# expect: fail
# why: takes one slope across the point, which is finite at a kink as well
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    central = (f(x + h) - f(x - h)) / (2 * h)
    return bool(np.isfinite(central))
