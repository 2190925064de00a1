# expect: fail
# why: a copy in memory; no file
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    return copy
