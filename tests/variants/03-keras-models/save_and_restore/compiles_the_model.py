# expect: fail
# why: compiles the model that was given
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.compile(optimizer="adam", loss="mse")
    model.save(path)
    return keras.models.load_model(path)
