# expect: fail
# why: every error becomes a ValueError
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        model.save(path)
        return keras.models.load_model(path)
    except Exception as error:
        raise ValueError("could not save") from error
