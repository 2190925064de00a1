# expect: pass
# why: OR and NAND from sigmoids, then AND as a sigmoid
def xor_network():
    return [
        (np.array([[20.0, -20.0], [20.0, -20.0]]), np.array([-10.0, 30.0]), sigmoid),
        (np.array([[20.0], [20.0]]), np.array([-30.0]), sigmoid),
    ]
