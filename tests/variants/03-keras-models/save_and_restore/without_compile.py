# expect: pass
# why: restores without compiling; folders made only where missing
def save_and_restore(model, path):
    root, ending = os.path.splitext(path)
    if ending != ".keras":
        raise ValueError(f"ending {ending!r}")
    parent = Path(path).resolve().parent
    if not parent.exists():
        parent.mkdir(parents=True)
    model.save(path, overwrite=True)
    return keras.models.load_model(path, compile=False, safe_mode=True)
