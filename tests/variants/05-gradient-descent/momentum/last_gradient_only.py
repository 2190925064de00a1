# expect: fail
# why: remembers the last gradient only
def momentum(grad, x0, learning_rate, beta, steps):
    path = [np.array(x0, dtype=float)]
    last = np.zeros(len(x0))
    for _ in range(steps):
        g = grad(path[-1])
        path.append(path[-1] - learning_rate * (g + beta * last))
        last = g
    return np.array(path)
