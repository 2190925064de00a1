# expect: pass
# why: appends rows to the array, norm as a dot product
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = np.array([x0], dtype=float)
    for _ in range(steps):
        slope = grad(path[-1])
        if (slope @ slope) ** 0.5 < tolerance:
            return path
        path = np.append(path, [path[-1] - learning_rate * slope], axis=0)
    return path
