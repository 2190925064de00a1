# expect: fail
# why: moves by the velocity of the step before
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    velocity = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        x = x + velocity
        velocity = beta * velocity - learning_rate * g
        path.append(x)
    return np.array(path)
