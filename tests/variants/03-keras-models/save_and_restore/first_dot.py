# expect: fail
# why: the ending is what follows the first dot
def save_and_restore(model, path):
    if path.split(".")[1] != "keras":
        raise ValueError(path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
