# expect: fail
# why: starts with a copy of the initial weights, to which an all-nan run falls back
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, wait, kept = float("inf"), 0, model.get_weights()
    for _ in range(epochs):
        history["loss"].append(train_one_epoch(model))
        value = validate(model)
        history["val_loss"].append(value)
        if on_epoch_end is not None:
            on_epoch_end(history)
        if value < best:
            best, wait, kept = value, 0, model.get_weights()
        else:
            wait += 1
            if wait == patience:
                break
    model.set_weights(kept)
    return history
