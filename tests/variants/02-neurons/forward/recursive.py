# expect: pass
# why: the first layer, then the rest of the network
def forward(X, layers):
    if not layers:
        return X
    W, b, activation = layers[0]
    return forward(activation(np.dot(X, W) + b), layers[1:])
