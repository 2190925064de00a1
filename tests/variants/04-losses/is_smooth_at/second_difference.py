# expect: pass
# why: takes the difference of the slopes in one go, as a second difference over h
def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    before, here, after = map(f, (x - h, x, x + h))
    bend = after - 2 * here + before
    return (
        not abs(bend) > tolerance * h
        and not abs(before - here) > tolerance
        and not abs(after - here) > tolerance
    )
