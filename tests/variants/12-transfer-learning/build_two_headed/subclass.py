# expect: pass
# why: a subclass of Model, built by a call on a symbolic input
class TwoHeaded(keras.Model):
    def __init__(self, trunk, classes):
        super().__init__()
        self.trunk = trunk
        self.heads = {task: layers.Dense(number) for task, number in classes.items()}

    def call(self, inputs, training=None):
        features = self.trunk(inputs, training=training)
        return {task: head(features) for task, head in self.heads.items()}


def build_two_headed(trunk, classes):
    model = TwoHeaded(trunk, classes)
    model(keras.Input(trunk.input_shape[1:]))
    return model
