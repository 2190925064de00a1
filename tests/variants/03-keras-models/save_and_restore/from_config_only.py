# expect: fail
# why: the recipe without the weights
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(model.to_json())
    return keras.models.model_from_json(path.read_text())
