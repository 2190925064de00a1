# expect: pass
# why: a dataclass holds the three values; properties decide; early return
from dataclasses import dataclass


@dataclass(frozen=True)
class _Three:
    left: float
    middle: float
    right: float

    def jump(self):
        return max(abs(self.left - self.middle), abs(self.right - self.middle))

    def bend(self, h):
        return abs((self.right - self.middle) / h - (self.middle - self.left) / h)


def is_smooth_at(f, x, h=1e-6, tolerance=1e-3):
    values = _Three(*map(f, (x - h, x, x + h)))
    if not values.jump() <= tolerance:
        return False
    return bool(values.bend(h) <= tolerance)
