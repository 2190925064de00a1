# expect: fail
# why: asks for less than the tolerance where the docstring says at most
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    left, right = f(x) - f(x - h), f(x + h) - f(x)
    return bool(
        abs(left) < tolerance and abs(right) < tolerance and abs(right - left) / h < tolerance
    )
