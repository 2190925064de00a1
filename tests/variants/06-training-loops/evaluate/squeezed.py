# expect: fail
# why: squeezes the predictions to a vector
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, tf.squeeze(model(X, training=False))))
        rows += len(X)
    return total / rows
