# expect: pass
# why: moves the channels to the front, so that no keepdims is needed, and back again
def layer_norm(x, gamma, beta, epsilon=0.001):
    channels = np.moveaxis(np.asarray(x, dtype=float), -1, 0)
    deviation = channels - sum(channels) / len(channels)
    variance = sum(d**2 for d in deviation) / len(channels)
    scaled = deviation / np.sqrt(variance + epsilon)
    return np.moveaxis(scaled, 0, -1) * gamma + beta
