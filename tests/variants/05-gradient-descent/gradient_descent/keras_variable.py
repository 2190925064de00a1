# expect: pass
# why: a Keras variable in float64 and plain SGD
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = keras.Variable(np.array(x0, dtype="float64"), dtype="float64")
    path = [x.numpy().copy()]
    while len(path) <= steps:
        g = grad(x.numpy().copy())
        if np.linalg.norm(g, ord=2) < tolerance:
            break
        x.assign_sub(learning_rate * g)
        path.append(x.numpy().copy())
    return np.vstack(path)
