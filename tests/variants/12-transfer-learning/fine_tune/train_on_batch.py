# expect: pass
# why: compiled once, shuffled and cut by hand, train_on_batch
import random


def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    backbone = backbone_of(model)
    if first not in {layer.name for layer in backbone.layers}:
        raise ValueError(first)
    model.trainable = True
    for layer in model.layers:
        layer.trainable = True
    learns = False
    for layer in backbone.layers:
        learns = learns or layer.name == first
        layer.trainable = learns and type(layer) is not layers.BatchNormalization
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss=lambda labels, logits: keras.losses.sparse_categorical_crossentropy(
            labels, logits, from_logits=True
        ),
    )
    order = list(range(len(X)))
    history = {"loss": []}
    for _ in range(epochs):
        random.shuffle(order)
        losses = []
        for rows in np.split(np.array(order), range(batch_size, len(order), batch_size)):
            model.reset_metrics()
            losses += [model.train_on_batch(X[rows], y[rows])] * len(rows)
        history["loss"].append(float(np.mean(losses)))
    return history
