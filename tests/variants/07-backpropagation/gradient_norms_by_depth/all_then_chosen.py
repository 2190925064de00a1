# expect: pass
# why: gradients of everything, then the kernels'
def gradient_norms_by_depth(model, X, y, loss_fn):
    variables = model.trainable_variables
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(X))
    gradients = {id(v): g for v, g in zip(variables, tape.gradient(loss, variables))}
    norms = []
    for layer in model.layers:
        kernel = getattr(layer, "kernel", None)
        if kernel is not None:
            norms.append(tf.linalg.global_norm([gradients[id(kernel)]]).numpy())
    return norms
