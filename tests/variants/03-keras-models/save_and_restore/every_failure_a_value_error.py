# expect: fail
# why: turns any failure of writing into a ValueError: breaks "OSError If the file or a folder cannot be made"
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError("path must end in .keras")
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        model.save(path)
    except Exception as error:
        raise ValueError(f"cannot write {path}") from error
    return keras.models.load_model(path)
