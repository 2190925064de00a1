# expect: fail
# why: walks in the caller's own array
def momentum(grad, x0, learning_rate, beta, steps):
    velocity = np.zeros(len(x0))
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        velocity = beta * velocity - learning_rate * grad(x0)
        x0[:] = x0 + velocity
        path.append(np.array(x0, dtype=float))
    return np.array(path)
