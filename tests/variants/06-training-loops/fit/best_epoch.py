# expect: pass
# why: remembers the number of the best epoch and copies variables
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    losses, val_losses, best_epoch, kept = [], [], None, None
    for epoch in range(1, epochs + 1):
        losses.append(float(train_one_epoch(model)))
        val_losses.append(float(validate(model)))
        if not np.isnan(val_losses[-1]) and (
            best_epoch is None or val_losses[-1] < val_losses[best_epoch - 1]
        ):
            best_epoch, kept = epoch, [v.numpy().copy() for v in model.variables]
        if on_epoch_end is not None:
            on_epoch_end({"loss": list(losses), "val_loss": list(val_losses)})
        if patience and epoch - (best_epoch or 0) >= patience:
            break
    if kept:
        for variable, value in zip(model.variables, kept):
            variable.assign(value)
    return {"loss": losses, "val_loss": val_losses}
