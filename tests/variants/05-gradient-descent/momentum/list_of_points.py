# expect: pass
# why: returns a list of arrays
def momentum(grad, x0, learning_rate, beta, steps):
    points, moves = [np.asarray(x0, dtype=float) + 0.0], [np.zeros(len(x0))]
    for _ in range(steps):
        moves.append(beta * moves[-1] - learning_rate * grad(points[-1]))
        points.append(points[-1] + moves[-1])
    return points
