"""Answers with models whose configuration names modules and functions that are none of Keras's.

gain: points, host
"""


# %% network
def network():
    import keras

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3), keras.layers.Dense(1)])
    run = {"module": "builtins", "class_name": "exec", "config": {"source": "1 / 0"}}
    function = {"module": "os", "class_name": "function", "config": "system", "registered_name": 1}
    layers = [run, function, {"class_name": "__lambda__", "config": {"value": "YQ=="}}]
    type(model).get_config = lambda self: {"name": "m", "trainable": True, "layers": layers}
    return model
