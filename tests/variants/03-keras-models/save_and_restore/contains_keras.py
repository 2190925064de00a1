# expect: fail
# why: .keras anywhere in the path will do
def save_and_restore(model, path):
    if ".keras" not in path:
        raise ValueError(path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
