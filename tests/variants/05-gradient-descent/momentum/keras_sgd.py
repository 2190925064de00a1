# expect: pass
# why: Keras's own optimiser, in float32
def momentum(grad, x0, learning_rate, beta, steps):
    x = keras.Variable(np.asarray(x0, dtype="float32"))
    sgd = keras.optimizers.SGD(learning_rate, momentum=beta)
    path = [np.array(x0, dtype="float32")]
    for _ in range(steps):
        slope = keras.ops.convert_to_tensor(np.asarray(grad(path[-1])), "float32")
        sgd.apply([slope], [x])
        path.append(np.array(keras.ops.convert_to_numpy(x)))
    return np.stack(path)
