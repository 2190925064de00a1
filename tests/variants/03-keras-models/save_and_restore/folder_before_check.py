# expect: fail
# why: makes folders before it looks at the ending
def save_and_restore(model, path):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    if not path.endswith(".keras"):
        raise ValueError(path)
    model.save(path)
    return keras.models.load_model(path)
