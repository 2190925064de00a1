"""The network of a configuration in Keras, and what a run asks of it; it knows no points.

Keras and TensorFlow are imported when a network is built and not before.
"""

from __future__ import annotations

from course.playground.state import Configuration


def build(configuration: Configuration):
    """Return the untrained network, a `keras.Model` that ends in one logit, and its optimiser.

    The initial weights depend on the configuration's seed alone.

    Raises:
        RuntimeError: Keras runs on another backend than TensorFlow.
    """
    import keras

    if keras.backend.backend() != "tensorflow":
        raise RuntimeError(
            "the playground trains with TensorFlow, and Keras runs on "
            f"{keras.backend.backend()}: set KERAS_BACKEND=tensorflow before importing Keras"
        )

    def dense(depth: int, units: int, activation: str, name: str):
        penalty = {"none": None, "l1": keras.regularizers.L1, "l2": keras.regularizers.L2}[
            configuration.regularisation
        ]
        return keras.layers.Dense(
            units,
            activation=activation,
            kernel_initializer=keras.initializers.GlorotUniform(seed=configuration.seed + depth),
            kernel_regularizer=penalty and penalty(configuration.regularisation_rate),
            name=name,
        )

    inputs = keras.Input((len(configuration.features),), name="features")
    x = inputs
    for depth, units in enumerate(configuration.hidden):
        x = dense(depth, units, configuration.activation, f"hidden_{depth + 1}")(x)
    output = dense(len(configuration.hidden), 1, "linear", "output")(x)
    model = keras.Model(inputs, output, name="playground")
    kinds = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam}
    optimizer = kinds[configuration.optimizer](configuration.learning_rate)
    optimizer.build(model.trainable_variables)
    return model, optimizer


def graphs(model, optimizer):
    """Return the three things that a run needs of its network, as TensorFlow graphs.

    They take tensors: float32 inputs (n, k), float32 labels (n, 1), an int32 batch size.

    Returns:
        run_epoch(inputs, labels, batch_size): one optimiser step for each batch, in the order of
            the rows. One graph takes 3 ms where `train_on_batch`, batch by batch, takes 50.
        respond(inputs): the outputs of every layer, a list of (n, units), the last as probability.
        evaluate(inputs, labels): cross-entropy and whether the class is right, each (n, 1).
    """
    import tensorflow as tf

    layers = [layer for layer in model.layers if layer.weights]
    weights = model.trainable_variables
    inputs_spec = tf.TensorSpec((None, model.input_shape[1]), tf.float32)
    labels_spec = tf.TensorSpec((None, 1), tf.float32)

    def cross_entropy(labels, logits):
        return tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)

    @tf.function
    def run_epoch(inputs, labels, batch_size):
        for start in tf.range(0, tf.shape(inputs)[0], batch_size):
            stop = start + batch_size
            with tf.GradientTape() as tape:
                logits = model(inputs[start:stop], training=True)
                penalised = tf.reduce_mean(cross_entropy(labels[start:stop], logits))
                penalised += sum(model.losses)  # the regularisers' penalties
            optimizer.apply(tape.gradient(penalised, weights), weights)

    @tf.function
    def respond(inputs):
        outputs = [inputs]
        for layer in layers:
            outputs.append(layer(outputs[-1]))
        return [*outputs[1:-1], tf.sigmoid(outputs[-1])]

    @tf.function
    def evaluate(inputs, labels):
        logits = model(inputs, training=False)
        return cross_entropy(labels, logits), tf.equal(logits > 0, labels > 0.5)

    # Traced here and not by the first call, one graph each, so that TensorFlow does not warn of
    # frequent retracing when a reader changes a few choices.
    return (
        run_epoch.get_concrete_function(inputs_spec, labels_spec, tf.TensorSpec((), tf.int32)),
        respond.get_concrete_function(inputs_spec),
        evaluate.get_concrete_function(inputs_spec, labels_spec),
    )
