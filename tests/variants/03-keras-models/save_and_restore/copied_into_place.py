# expect: pass
# why: written elsewhere and copied into place
import os
import shutil


def save_and_restore(model, path):
    path = str(path)
    if path[-6:] != ".keras":
        raise ValueError("only .keras files")
    target = os.path.abspath(path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with tempfile.TemporaryDirectory() as box:
        draft = os.path.join(box, "draft.keras")
        model.save(draft)
        shutil.copyfile(draft, target)
    return keras.models.load_model(target)
