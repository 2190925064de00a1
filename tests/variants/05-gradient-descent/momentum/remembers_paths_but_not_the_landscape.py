# expect: fail
# why: paths are kept from call to call by all arguments but grad: another grad gets the old path
_paths_so_far = {}


def momentum(grad, x0, learning_rate, beta, steps):
    key = (tuple(np.ravel(x0).tolist()), learning_rate, beta, steps)
    if key not in _paths_so_far:
        x = np.array(x0, dtype=float)
        v = np.zeros_like(x)
        path = [x]
        for _ in range(steps):
            v = beta * v - learning_rate * grad(x)
            x = x + v
            path.append(x)
        _paths_so_far[key] = np.array(path)
    return _paths_so_far[key].copy()
