# expect: pass
# why: fills a table, velocity in place
def momentum(grad, x0, learning_rate, beta, steps):
    path = np.empty((steps + 1, len(x0)))
    path[0] = x0
    v = np.zeros(len(x0))
    for k in range(steps):
        v *= beta
        v -= learning_rate * grad(path[k].copy())
        path[k + 1] = path[k] + v
    return path
