# expect: fail
# why: zeros_like of integers
def momentum(grad, x0, learning_rate, beta, steps):
    v = np.zeros_like(x0)
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        v[...] = beta * v - learning_rate * grad(path[-1])
        path.append(path[-1] + v)
    return np.array(path)
