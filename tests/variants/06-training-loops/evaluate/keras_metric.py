# expect: pass
# why: Keras's Mean with sample weights
def evaluate(model, measure, batches):
    mean = keras.metrics.Mean()
    for X, y in batches:
        mean.update_state(measure(y, model(tf.constant(X), training=False)), sample_weight=len(y))
    return mean.result().numpy()
