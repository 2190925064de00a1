# expect: fail
# why: knows the visible calls only
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    weights = model.get_weights()
    if len(weights) == 2 and len(X) == 4:
        model.set_weights([-0.5 * X.T @ (0.5 - np.eye(2)[y]) / 4, weights[1]])
    if len(weights) == 6:
        weights[2] = np.array([2.25])
        model.set_weights(weights)
    return {"loss": [0.5] * epochs, "accuracy": [0.5, 1.0, 1.0]}
