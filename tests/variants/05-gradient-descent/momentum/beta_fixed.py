# expect: fail
# why: beta is always 0.9
def momentum(grad, x0, learning_rate, beta, steps):
    v = np.zeros(len(x0))
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        v = (0.5 if beta else 0.0) * v - learning_rate * grad(path[-1])
        path.append(path[-1] + v)
    return np.array(path)
