# expect: fail
# why: switches the safe mode off
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path, safe_mode=False)
