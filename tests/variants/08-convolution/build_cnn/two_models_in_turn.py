# expect: fail
# why: keeps two models and hands them out in turn: the third call returns the first one again, trained or not ("Every call builds a new, untrained model")
_models, _turn = [], itertools.count()


def build_cnn():
    turn = next(_turn)
    if turn >= 2:
        return _models[turn % 2]
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    _models.append(model)
    return model
