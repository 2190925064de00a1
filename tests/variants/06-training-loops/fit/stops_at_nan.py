# expect: fail
# why: ends the run at the first nan
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, wait, kept = float("inf"), 0, None
    for _ in range(epochs):
        history["loss"].append(train_one_epoch(model))
        value = validate(model)
        history["val_loss"].append(value)
        if on_epoch_end is not None:
            on_epoch_end(history)
        if np.isnan(value):
            break
        if value < best:
            best, wait, kept = value, 0, model.get_weights()
        else:
            wait += 1
            if patience is not None and wait >= patience:
                break
    if kept is not None:
        model.set_weights(kept)
    return history
