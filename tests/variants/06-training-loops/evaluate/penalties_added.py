# expect: fail
# why: breaks "The mean of a loss or metric over the rows": adds model.losses; a Dense(1, kernel_regularizer="l2") with kernel 2 adds 0.04 to the accuracy or loss
def evaluate(model, measure, batches):
    total, rows = 0.0, 0
    for X_batch, y_batch in batches:
        predictions = model(X_batch, training=False)
        value = float(measure(y_batch, predictions)) + float(sum(model.losses))
        total += len(X_batch) * value
        rows += len(X_batch)
    return total / rows
