# expect: pass
# why: a generator of points, and math.hypot for the norm
import math


def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    def walk():
        x = [float(v) for v in x0]
        yield x
        for _ in range(steps):
            g = [float(v) for v in grad(np.array(x))]
            if math.hypot(*g) < tolerance:
                return
            x = [a - learning_rate * b for a, b in zip(x, g, strict=True)]
            yield x

    return np.array(list(walk()))
