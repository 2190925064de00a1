# expect: fail
# why: the lowest by min and index, which nan confuses
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    kept = []
    for epoch in range(epochs):
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        kept.append(model.get_weights())
        if on_epoch_end is not None:
            on_epoch_end(history)
        values = history["val_loss"]
        if patience is not None and epoch - values.index(min(values)) >= patience:
            break
    model.set_weights(kept[history["val_loss"].index(min(history["val_loss"]))])
    return history
