# expect: fail
# why: writes to the docstring's path whatever was asked for
def save_and_restore(model, path):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "runs" / "monday" / "net.keras"
        path.parent.mkdir(parents=True)
        model.save(path)
        return keras.models.load_model(path)
