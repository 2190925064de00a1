# expect: fail
# why: compiles the model with an optimiser and loss of its own so as to avoid a warning: breaks "model ... Not changed"
def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError("path must end in .keras")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.compile(optimizer="adam", loss="mse")
    model.save(path)
    return keras.models.load_model(path)
