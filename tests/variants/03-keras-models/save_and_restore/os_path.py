# expect: pass
# why: os functions and keras.saving
def save_and_restore(model, path):
    if not str(path).endswith(".keras"):
        raise ValueError("the path must end in .keras: " + str(path))
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    keras.saving.save_model(model, path)
    return keras.saving.load_model(path)
