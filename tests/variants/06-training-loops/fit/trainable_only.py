# expect: fail
# why: forgets the weights that are not trainable
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, best_weights, waited = float("inf"), None, 0
    for epoch in range(epochs):
        history["loss"].append(train_one_epoch(model))
        val_loss = validate(model)
        history["val_loss"].append(val_loss)
        if on_epoch_end:
            on_epoch_end(history)
        if val_loss < best:
            best = val_loss
            best_weights = [w.numpy() for w in model.trainable_weights]
            waited = 0
        else:
            waited += 1
            if patience is not None and waited >= patience:
                break
    if best_weights is not None:
        for w, value in zip(model.trainable_weights, best_weights):
            w.assign(value)
    return history
