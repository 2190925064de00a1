# expect: pass
# why: a while loop; the best weights live in a cloned model
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    import math

    shadow = keras.models.clone_model(model)
    losses, val_losses = [], []
    best, bad, epoch, have_best = math.inf, 0, 0, False
    limit = epochs + 1 if patience is None else patience
    while epoch < epochs and bad < limit:
        losses.append(train_one_epoch(model))
        val = validate(model)
        val_losses.append(val)
        epoch += 1
        if not math.isnan(val) and val < best:
            best, bad, have_best = val, 0, True
            shadow.set_weights(model.get_weights())
        else:
            bad += 1
        if on_epoch_end:
            on_epoch_end({"loss": list(losses), "val_loss": list(val_losses)})
    if have_best:
        model.set_weights(shadow.get_weights())
    return {"loss": losses, "val_loss": val_losses}
