# expect: fail
# why: breaks before the callback of the last epoch
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, wait, kept = np.inf, 0, None
    for _ in range(epochs):
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        if history["val_loss"][-1] < best:
            best, wait, kept = history["val_loss"][-1], 0, model.get_weights()
        else:
            wait += 1
            if wait == patience:
                break
        if on_epoch_end is not None:
            on_epoch_end(history)
    if kept is not None:
        model.set_weights(kept)
    return history
