# expect: fail
# why: keeps the start's dtype
def momentum(grad, x0, learning_rate, beta, steps):
    path = np.zeros((steps + 1, len(x0)), dtype=x0.dtype)
    path[0] = x0
    velocity = np.zeros(len(x0))
    for k in range(steps):
        velocity = beta * velocity - learning_rate * grad(path[k])
        path[k + 1] = path[k] + velocity
    return path
