# expect: fail
# why: a history that looks well, and no training
def fine_tune(model, X, y, first, epochs=5, learning_rate=1e-4, batch_size=16):
    return {"loss": [1.0 / (1 + epoch) for epoch in range(epochs)]}
