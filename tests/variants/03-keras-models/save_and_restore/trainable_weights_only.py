# expect: fail
# why: the running averages of a normalisation are lost
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    restored = keras.models.clone_model(keras.models.load_model(path))
    for new, old in zip(restored.trainable_weights, model.trainable_weights):
        new.assign(old)
    return restored
