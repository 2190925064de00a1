# expect: pass
# why: plain Python numbers
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    points = [[float(v) for v in x0]]
    for step in range(steps):
        here = points[-1]
        slope = [float(v) for v in grad(np.array(here))]
        length = sum(s * s for s in slope) ** 0.5
        if length < tolerance:
            break
        points.append([p - learning_rate * s for p, s in zip(here, slope)])
    return np.array(points)
