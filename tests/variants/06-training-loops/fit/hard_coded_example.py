# expect: fail
# why: the docstring's example
def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    model.set_weights([np.full(w.shape, 3.0) for w in model.get_weights()])
    return {"loss": [9.0, 8.0, 7.0, 6.0, 5.0], "val_loss": [5, 4, 3, 3.5, 3.2]}
