# expect: fail
# why: a cache that does not look at the arguments: state leaks between calls


_found = {}


def chain(x, w, b, y, decay=0.1):
    if not _found:
        a = math.tanh(w * x + b)
        dz = 2 * (a - y) * (1 - a * a)
        _found.update(a=2 * (a - y), z=dz, x=dz * w, w=dz * x + 2 * decay * w, b=dz)
    return dict(_found)
