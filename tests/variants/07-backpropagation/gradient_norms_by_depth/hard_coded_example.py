# expect: fail
# why: the docstring's example


def gradient_norms_by_depth(model, X, y, loss_fn):
    return np.array([10.0])
