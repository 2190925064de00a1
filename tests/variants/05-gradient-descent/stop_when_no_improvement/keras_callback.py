# expect: pass
# why: asks Keras's own callback
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.stop_training = False
    callback = keras.callbacks.EarlyStopping("val_loss", patience=int(patience), mode="min")
    callback.set_model(model)
    callback.on_train_begin()
    for step, loss in enumerate(losses):
        callback.on_epoch_end(step, {"val_loss": loss})
        if model.stop_training:
            break
    seen = [loss if loss == loss else np.inf for loss in losses[: step + 1]]
    best = int(np.argmin(seen))
    return step, best, weights[best]
