# expect: pass
# why: itertools.accumulate over the steps, with an exception of its own to end the walk
from itertools import accumulate


def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    class Arrived(Exception):
        pass

    path = []

    def step(x, _):
        g = np.asarray(grad(x))
        if np.sqrt(np.sum(g**2)) < tolerance:
            raise Arrived
        return x - learning_rate * g

    try:
        for x in accumulate(range(steps), step, initial=np.array(x0, float)):
            path.append(x)
    except Arrived:
        pass
    return np.stack(path)
