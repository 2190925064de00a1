# expect: pass
# why: os.makedirs of the folder, "." if the path names none
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(f"{path!r} should end in .keras")
    os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
