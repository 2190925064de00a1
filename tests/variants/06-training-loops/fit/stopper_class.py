# expect: pass
# why: an early stopper as a class, variables copied one by one
class Stopper:
    def __init__(self, patience):
        self.patience, self.best, self.wait, self.copy = patience, None, 0, None

    def update(self, value, model):
        improved = value == value and (self.best is None or value < self.best)
        if improved:
            self.best, self.wait = value, 0
            self.copy = [v.numpy().copy() for v in model.variables]
        else:
            self.wait += 1

    @property
    def done(self):
        return self.patience is not None and self.wait >= self.patience


def fit(model, train_one_epoch, validate, epochs, patience=None, on_epoch_end=None):
    stopper = Stopper(patience)
    history = dict(loss=[], val_loss=[])
    for _ in range(epochs):
        loss = train_one_epoch(model)
        val_loss = validate(model)
        history["loss"] += [loss]
        history["val_loss"] += [val_loss]
        stopper.update(val_loss, model)
        if on_epoch_end is not None:
            on_epoch_end(history)
        if stopper.done:
            break
    if stopper.copy is not None:
        for variable, value in zip(model.variables, stopper.copy):
            variable.assign(value)
    return history
