# expect: fail
# why: does not return the restored model
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    keras.models.load_model(path)
