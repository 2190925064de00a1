# expect: pass
# why: keeps the weights of every epoch and chooses in the end
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history, kept = dict(loss=[], val_loss=[]), []
    while len(kept) < epochs:
        history["loss"].append(float(train_one_epoch(model)))
        history["val_loss"].append(float(validate(model)))
        kept.append([np.array(w) for w in model.get_weights()])
        if on_epoch_end:
            on_epoch_end(history)
        known = np.nan_to_num(history["val_loss"], nan=np.inf)
        if np.all(np.isinf(known)):
            since = len(kept)
        else:
            since = len(kept) - 1 - int(np.argmin(known))
        if patience and since >= patience:
            break
    if not np.all(np.isinf(known)):
        model.set_weights(kept[int(np.argmin(known))])
    return history
