# expect: fail
# why: keeps the variables, not copies of their values
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
            best_weights = model.weights
            waited = 0
        else:
            waited += 1
            if patience is not None and waited >= patience:
                break
    if best_weights is not None:
        model.set_weights([w.numpy() for w in best_weights])
    return history
