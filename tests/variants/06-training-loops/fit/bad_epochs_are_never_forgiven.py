# expect: fail
# why: the count of bad epochs is not set back by an improvement: "in a row"
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    lowest, bad, best = np.inf, 0, None
    for _ in range(epochs):
        history["loss"].append(float(train_one_epoch(model)))
        val_loss = float(validate(model))
        history["val_loss"].append(val_loss)
        if val_loss < lowest:
            lowest, best = val_loss, model.get_weights()
        else:
            bad += 1
        if on_epoch_end is not None:
            on_epoch_end(history)
        if patience is not None and bad >= patience:
            break
    if best is not None:
        model.set_weights(best)
    return history
