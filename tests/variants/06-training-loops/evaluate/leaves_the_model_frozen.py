# expect: fail
# why: sets model.trainable = False to be safe and never back: "the model does not change", later training steps find no weights to move
def evaluate(model, measure, batches):
    model.trainable = False
    total, rows = 0.0, 0
    for X, y in batches:
        total += len(X) * float(measure(y, model(X, training=False)))
        rows += len(X)
    return total / rows
