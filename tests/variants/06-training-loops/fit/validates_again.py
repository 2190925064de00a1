# expect: fail
# why: validates a second time for the comparison
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"loss": [], "val_loss": []}
    best, best_weights, waited = np.inf, None, 0
    for _ in range(epochs):
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        if on_epoch_end is not None:
            on_epoch_end(history)
        if validate(model) < best:
            best, best_weights, waited = history["val_loss"][-1], model.get_weights(), 0
        else:
            waited += 1
        if waited == patience:
            break
    if best_weights is not None:
        model.set_weights(best_weights)
    return history
