# expect: fail
# why: leaves the ending to Keras, which still writes .h5
def save_and_restore(model, path):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
