# expect: pass
# why: forward mode: each input carries its derivative along


def chain(x, w, b, y, decay=0.1):
    def loss_moved(dx=0.0, dw=0.0, db=0.0, dz=0.0, da=0.0):
        z, z_dot = w * x + b, dw * x + w * dx + db + dz
        a = math.tanh(z)
        a_dot = (1 - a) * (1 + a) * z_dot + da
        return 2 * (a - y) * a_dot + 2 * decay * w * dw

    return {name: loss_moved(**{"d" + name: 1.0}) for name in "azxwb"}
