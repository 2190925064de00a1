# expect: fail
# why: inference mode for good: the trunk's dropout never drops
class InferenceModel(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training=False, mask=mask)


def build_two_headed(trunk, classes):
    trunk_inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(trunk_inputs)
    heads = {task: layers.Dense(n)(features) for task, n in classes.items()}
    return InferenceModel(trunk_inputs, heads)
