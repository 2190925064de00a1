# expect: pass
# why: a while loop that looks back over the history
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = {"val_loss": [], "loss": []}
    copies = []
    if patience is None:
        patience = epochs + 1

    def best_of(values):
        finite = [value for value in values if value == value]
        return values.index(min(finite)) if finite else None

    while len(history["loss"]) < epochs:
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        copies.append([w.copy() for w in model.get_weights()])
        if on_epoch_end is not None:
            on_epoch_end(history)
        best = best_of(history["val_loss"])
        if len(copies) - 1 - (-1 if best is None else best) >= patience:
            break
    if best_of(history["val_loss"]) is not None:
        model.set_weights(copies[best_of(history["val_loss"])])
    return history
