# expect: fail
# why: trains the network before it is returned
def build_cnn():
    from course.datasets import load_fashion_mnist

    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(24, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(24, activation="relu"),
            layers.Dense(10),
        ]
    )
    (images, labels), _ = load_fashion_mnist()
    trainer = keras.Sequential([keras.Input((28, 28)), layers.Reshape((28, 28, 1)), network])
    trainer.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    trainer.fit(images[-2000:] / 255, labels[-2000:], epochs=2, verbose=0)
    return network
