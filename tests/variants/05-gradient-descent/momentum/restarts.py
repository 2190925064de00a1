# expect: fail
# why: the velocity is set to 0 when it points uphill
def momentum(grad, x0, learning_rate, beta, steps):
    v = np.zeros(len(x0))
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = grad(path[-1])
        if v @ g > 0:
            v = np.zeros(len(x0))
        v = beta * v - learning_rate * g
        path.append(path[-1] + v)
    return np.array(path)
