# expect: fail
# why: takes the gradient at the place where the velocity leads
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    velocity = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        velocity = beta * velocity - learning_rate * grad(x + beta * velocity)
        x = x + velocity
        path.append(x)
    return np.array(path)
