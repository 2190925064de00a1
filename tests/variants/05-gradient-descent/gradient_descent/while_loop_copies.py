# expect: pass
# why: changes x in place, but stores a copy of each point
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = x0.astype(np.float64)
    path = [x.copy()]
    while len(path) <= steps and np.linalg.norm(grad(x)) >= tolerance:
        x -= learning_rate * grad(x)
        path.append(x.copy())
    return np.stack(path)
