# expect: fail
# why: makes one missing folder, not two
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
