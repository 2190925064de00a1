# expect: fail
# why: forgets the absolute value, so only one kind of kink is found
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    rise_left, rise_right = f(x) - f(x - h), f(x + h) - f(x)
    continuous = max(abs(rise_left), abs(rise_right)) <= tolerance
    return bool(continuous and (rise_right - rise_left) / h <= tolerance)
