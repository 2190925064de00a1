# expect: pass
# why: the tape watches the trainable weights only
def train_step(model, loss_fn, optimizer, X, y):
    weights = list(model.trainable_weights)
    tape = tf.GradientTape(watch_accessed_variables=False)
    with tape:
        for w in weights:
            tape.watch(w.value)
        loss = loss_fn(y, model(X, training=True))
    g = tape.gradient(loss, [w.value for w in weights])
    optimizer.apply_gradients([(gi, wi) for gi, wi in zip(g, weights) if gi is not None])
    return loss
