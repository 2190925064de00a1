# expect: pass
# why: finds kernels by the path of the variable
def gradient_norms_by_depth(model, X, y, loss_fn):
    kernels = [v for v in model.variables if v.path.endswith("kernel")]
    with tf.GradientTape() as tape:
        tape.watch([k.value for k in kernels])
        loss = loss_fn(y, model(X, training=False))
    gradients = tape.gradient(loss, [k.value for k in kernels])
    return [float(np.linalg.norm(np.ravel(g))) for g in gradients]
