# expect: pass
# why: all windows, of which every size-th is kept
def pool2d(image, size, mode="max"):
    windows = np.lib.stride_tricks.sliding_window_view(image, (size, size), axis=(0, 1))
    windows = windows[::size, ::size]
    if mode == "max":
        return np.amax(windows, axis=(-2, -1))
    if mode == "average":
        return np.einsum("ijcab->ijc", windows) / size**2
    raise ValueError(f"unknown mode {mode!r}")
