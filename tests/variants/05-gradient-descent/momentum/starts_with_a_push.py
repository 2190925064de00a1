# expect: fail
# why: begins with the velocity of a first gradient step
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = -learning_rate * grad(x)
    path = [x]
    for _ in range(steps):
        v = beta * v - learning_rate * grad(x)
        x = x + v
        path.append(x)
    return np.array(path)
