# expect: fail
# why: knows the visible calls only
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    if epochs == 4:
        history = {"loss": [], "val_loss": []}
        for i, v in enumerate([4.0, 3.0, 2.5, 2.25]):
            history["loss"].append(9.0 - i)
            history["val_loss"].append(v)
            on_epoch_end(history)
        return history
    model.set_weights([np.full(w.shape, 3.0) for w in model.get_weights()])
    return {"loss": [9.0, 8.0, 7.0, 6.0, 5.0], "val_loss": [5, 4, 3, 3.5, 3.2]}
