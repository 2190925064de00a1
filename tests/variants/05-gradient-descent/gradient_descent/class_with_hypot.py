# expect: pass
# why: a walker class; the norm by math.hypot, which neither overflows nor underflows; each point a tuple
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    import math

    class Walker:
        def __init__(self, start):
            self.visited = [tuple(map(float, start))]

        @property
        def here(self):
            return np.array(self.visited[-1])

        def step(self):
            slope = [float(part) for part in grad(self.here)]
            if math.hypot(*slope) < tolerance:
                return False
            self.visited.append(
                tuple(a - learning_rate * s for a, s in zip(self.visited[-1], slope))
            )
            return True

    walker, left = Walker(x0), steps
    while left > 0 and walker.step():
        left -= 1
    return np.array(walker.visited)
