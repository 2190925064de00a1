# expect: fail
# why: slope of the penalty as 2 decay |w|: wrong for every negative w (L has decay * w**2)
def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * abs(w), "b": dz}
