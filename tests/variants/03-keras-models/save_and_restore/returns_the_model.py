# expect: fail
# why: saves nothing and returns what it was given
def save_and_restore(model, path):
    return model
