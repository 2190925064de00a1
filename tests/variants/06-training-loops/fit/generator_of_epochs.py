# expect: pass
# why: a generator trains epoch by epoch; the best epoch is found in the history, the stop where epoch - best == patience
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    history = dict(loss=[], val_loss=[])

    def run():
        for epoch in range(1, epochs + 1):
            history["loss"].append(float(train_one_epoch(model)))
            history["val_loss"].append(float(validate(model)))
            yield epoch, history["val_loss"][-1]

    best_epoch, lowest, kept = 0, None, None
    for epoch, loss in run():
        if not np.isnan(loss) and (lowest is None or loss < lowest):
            best_epoch, lowest, kept = epoch, loss, model.get_weights()
        if on_epoch_end is not None:
            on_epoch_end(history)
        if patience is not None and epoch - best_epoch >= patience:
            break
    if kept is not None:
        model.set_weights(kept)
    return history
