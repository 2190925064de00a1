# expect: pass
# why: heads put directly on trunk.outputs, so that the trunk's own layers are parts of the model (the docstring allows 'its layers')
def build_two_headed(trunk, classes):
    (features,) = trunk.outputs
    inputs = trunk.inputs[0] if len(trunk.inputs) == 1 else trunk.inputs
    outputs = {task: layers.Dense(units)(features) for task, units in classes.items()}
    return keras.Model(inputs=inputs, outputs=outputs)
