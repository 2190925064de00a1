# expect: fail
# why: halves the precision to save space
def save_and_restore(model, path):
    path = Path(path)
    if path.suffix != ".keras":
        raise ValueError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = model.get_weights()
    model.set_weights([w.astype("float16") for w in before])
    model.save(path)
    model.set_weights(before)
    return keras.models.load_model(path)
