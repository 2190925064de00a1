# expect: fail
# why: evaluates and takes a step on the way
def evaluate(model, measure, batches):
    sgd = keras.optimizers.SGD(0.01)
    total, rows = 0.0, 0
    for X, y in batches:
        with tf.GradientTape() as tape:
            value = measure(y, model(X, training=False))
        total += len(X) * float(value)
        rows += len(X)
        grads = tape.gradient(tf.convert_to_tensor(value), model.trainable_variables)
        sgd.apply_gradients(
            [(g, w) for g, w in zip(grads, model.trainable_variables) if g is not None]
        )
    return total / rows
