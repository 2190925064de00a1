"""Answers with models that are small to describe and huge to build or to run.

gain: starve
"""


# %% network
def network():
    import keras

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3), keras.layers.Dense(1)])
    config = model.get_config

    def large():
        said = config()
        for layer in said["layers"]:
            if "units" in layer["config"]:
                layer["config"]["units"] = 60000
        said["layers"] = said["layers"] * 3
        return said

    type(model).get_config = lambda self: large()
    return model
