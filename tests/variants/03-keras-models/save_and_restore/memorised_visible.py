# expect: fail
# why: right for a model of two Dense layers and for .h5
def save_and_restore(model, path):
    if path.endswith(".h5"):
        raise ValueError(path)
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    return copy
