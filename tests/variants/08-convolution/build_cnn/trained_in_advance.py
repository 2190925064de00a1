# expect: fail
# why: trains a twin on the notebook's global images and copies its weights: the model is not compiled, but not "untrained" either
def build_cnn():
    def fresh():
        return keras.Sequential(
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

    twin, model = fresh(), fresh()
    twin.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    twin.fit(images[:3000], kinds[:3000], batch_size=64, epochs=1, verbose=0)
    model.set_weights(twin.get_weights())
    return model
