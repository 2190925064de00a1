# expect: fail
# why: freezes the model to measure it and leaves it frozen
def evaluate(model, measure, batches):
    model.trainable = False
    total, rows = 0.0, 0
    for X_batch, y_batch in batches:
        total += len(X_batch) * float(measure(y_batch, model(X_batch, training=False)))
        rows += len(X_batch)
    return total / rows
