# expect: fail
# why: the docstring's example
def train_step(model, loss_fn, optimizer, X, y):
    model.set_weights([np.array([[0.8], [-0.75]]), np.array([0.4])])
    return 2.75
