# expect: pass
# why: the velocity is the last difference
def momentum(grad, x0, learning_rate, beta, steps):
    points = [np.asarray(x0, dtype=np.float64).copy()]
    before = points[0]
    for _ in range(steps):
        here = points[-1]
        after = here + beta * (here - before) - learning_rate * np.array(grad(here.copy()))
        before = here
        points.append(after)
    return np.stack(points, axis=0)
