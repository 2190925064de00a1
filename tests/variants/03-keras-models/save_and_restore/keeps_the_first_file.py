# expect: fail
# why: does not write where a file is already
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        model.save(path)
    return keras.models.load_model(path)
