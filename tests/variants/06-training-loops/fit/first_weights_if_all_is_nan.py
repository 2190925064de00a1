# expect: fail
# why: the best weights begin as those before training and come back if every loss was nan: "the model keeps its last weights"
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, lowest, wait = model.get_weights(), np.inf, 0
    for _ in range(epochs):
        history["loss"].append(float(train_one_epoch(model)))
        val_loss = float(validate(model))
        history["val_loss"].append(val_loss)
        if val_loss < lowest:
            best, lowest, wait = model.get_weights(), val_loss, 0
        else:
            wait += 1
        if on_epoch_end is not None:
            on_epoch_end(history)
        if patience is not None and wait >= patience:
            break
    model.set_weights(best)
    return history
