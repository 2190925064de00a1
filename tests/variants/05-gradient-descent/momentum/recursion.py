# expect: pass
# why: a recursive helper that carries position and velocity
def momentum(grad, x0, learning_rate, beta, steps):
    def walk(x, v, left):
        if left == 0:
            return [x]
        v = beta * v - learning_rate * grad(x)
        return [x, *walk(x + v, v, left - 1)]

    start = np.asarray(x0, dtype="float64")
    return np.array(walk(start, 0 * start, steps))
