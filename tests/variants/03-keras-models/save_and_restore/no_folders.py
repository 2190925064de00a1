# expect: fail
# why: does not make missing folders
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    model.save(path)
    return keras.models.load_model(path)
