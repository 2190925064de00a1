# expect: fail
# why: Keras's callback: it never stops after the first epoch, and an all-nan run gets the first weights
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    stopper = keras.callbacks.EarlyStopping(
        monitor="val_loss",
        mode="min",
        patience=epochs + 1 if patience is None else patience,
        restore_best_weights=True,
    )
    stopper.set_model(model)
    stopper.on_train_begin()
    model.stop_training = False
    history = {"loss": [], "val_loss": []}
    for epoch in range(epochs):
        history["loss"].append(train_one_epoch(model))
        history["val_loss"].append(validate(model))
        if on_epoch_end is not None:
            on_epoch_end(history)
        stopper.on_epoch_end(epoch, {"val_loss": history["val_loss"][-1]})
        if model.stop_training:
            break
    stopper.on_train_end()
    return history
