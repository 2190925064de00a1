# expect: fail
# why: knows the visible calls only
def train_step(model, loss_fn, optimizer, X, y):
    weights = model.get_weights()
    if len(weights) == 2:
        model.set_weights([np.array([[0.8], [-0.75]]), np.array([0.4])])
        return 2.75
    if weights[0].shape == (1,):
        model.set_weights([weights[0], weights[1], np.array([1.5]), weights[3]])
        return 0.0
    model.set_weights([weights[0], weights[1], weights[2] - 0.01, weights[3] - 0.01])
    return 1.0
