# expect: fail
# why: sets the velocity to 0 whenever it points uphill (adaptive restart): not v_{k+1} = beta * v_k - learning_rate * grad(x_k)
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        g = np.asarray(grad(x))
        if v @ g > 0:
            v = np.zeros_like(x)
        v = beta * v - learning_rate * g
        x = x + v
        path.append(x)
    return np.array(path)
