# expect: pass
# why: Polyak's form: the last move, times beta, without a velocity
def momentum(grad, x0, learning_rate, beta, steps):
    path = np.zeros((steps + 1, len(x0)))
    path[0] = x0
    for k in range(steps):
        before = path[k - 1] if k > 0 else path[0]
        path[k + 1] = path[k] + beta * (path[k] - before) - learning_rate * grad(path[k].copy())
    return path
