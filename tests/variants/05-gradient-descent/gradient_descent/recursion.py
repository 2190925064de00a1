# expect: pass
# why: a step, then the rest of the walk
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.asarray(x0, dtype=float).copy()
    if steps == 0:
        return [x]
    g = grad(x)
    if np.sum(np.square(g)) < tolerance**2:
        return [x]
    return [x, *gradient_descent(grad, x - learning_rate * g, learning_rate, steps - 1, tolerance)]
