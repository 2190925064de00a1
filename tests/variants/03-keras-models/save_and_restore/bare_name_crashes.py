# expect: fail
# why: a path without a folder has no folder to make
import os


def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
