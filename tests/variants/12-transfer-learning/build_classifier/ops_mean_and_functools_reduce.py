# expect: pass
# why: keras.ops.mean in place of a pooling layer, the steps chained by functools.reduce; frozen after the model is built
from functools import partial, reduce


def build_classifier(backbone, classes):
    steps = (
        backbone,
        partial(keras.ops.mean, axis=(1, 2)),
        layers.Dense(classes),
    )
    inputs = keras.Input(batch_shape=(None, *backbone.input_shape[1:]))
    model = keras.Model(inputs, reduce(lambda x, step: step(x), steps, inputs))
    waiting = [backbone]
    while waiting:
        layer = waiting.pop()
        layer.trainable = True  # or else False may reach nobody
        layer.trainable = False
        waiting.extend(layer._layers)
    return model
