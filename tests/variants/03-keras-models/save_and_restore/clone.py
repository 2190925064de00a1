# expect: fail
# why: a clone has new weights
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.clone_model(model)
