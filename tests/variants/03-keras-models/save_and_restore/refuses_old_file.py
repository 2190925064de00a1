# expect: fail
# why: a file that is there already is an error
import os


def save_and_restore(model, path):
    if not path.endswith(".keras"):
        raise ValueError(path)
    if os.path.exists(path):
        raise FileExistsError(path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return keras.models.load_model(path)
