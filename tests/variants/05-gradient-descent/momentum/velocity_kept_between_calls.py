# expect: fail
# why: a velocity that outlives the call
_velocity = {}


def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    velocity = _velocity.get(len(x), np.zeros_like(x))
    path = [x]
    for _ in range(steps):
        velocity = beta * velocity - learning_rate * grad(x)
        x = x + velocity
        path.append(x)
    _velocity[len(x)] = velocity
    return np.array(path)
