# expect: fail
# why: reuses the path of w backwards, dz = (path of w) / x: ZeroDivisionError for x = 0, an ordinary input
def chain(x, w, b, y, decay=0.1):
    z = w * x + b
    a = math.tanh(z)
    da = 2 * (a - y)
    path_of_w = da * (1 - a**2) * x
    dz = path_of_w / x
    return {"a": da, "z": dz, "x": dz * w, "w": path_of_w + 2 * decay * w, "b": dz}
