# expect: fail
# why: looks ahead: Nesterov's gradient, in Keras's form
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    velocity = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        velocity = beta * velocity - learning_rate * g
        x = x + beta * velocity - learning_rate * g
        path.append(x)
    return np.array(path)
