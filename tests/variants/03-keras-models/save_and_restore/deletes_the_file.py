# expect: fail
# why: the file is removed after loading
import os


def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    restored = keras.models.load_model(path)
    os.remove(path)
    return restored
