# expect: fail
# why: the velocity is set anew in each step
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        velocity = np.zeros_like(x)
        velocity = beta * velocity - learning_rate * grad(x)
        x = x + velocity
        path.append(x)
    return np.array(path)
