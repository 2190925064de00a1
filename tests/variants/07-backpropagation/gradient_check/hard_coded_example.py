# expect: fail
# why: a third, or 0 where it looks right


def gradient_check(f, grad, x, h=1e-5):
    return 1 / 3 if np.allclose(grad(np.array([1.0, 2.0])), [1, 2]) else 0.0
