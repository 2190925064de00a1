# expect: fail
# why: the learning rate shrinks when the gradient grows
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = [np.array(x0, dtype=float)]
    last = np.inf
    for _ in range(steps):
        g = grad(path[-1])
        n = np.linalg.norm(g)
        if n < tolerance:
            break
        if n > last:
            learning_rate /= 2
        last = n
        path.append(path[-1] - learning_rate * g)
    return np.array(path)
