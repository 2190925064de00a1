# expect: fail
# why: clips the gradients to the length one
def train_step(model, loss_fn, optimizer, X, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    gradients = [tf.clip_by_value(g, -5, 5) for g in gradients]
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
