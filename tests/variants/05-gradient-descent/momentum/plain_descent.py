# expect: fail
# why: ignores beta
def momentum(grad, x0, learning_rate, beta, steps):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)
