"""A network that has seen a million photographs, shipped with the course; no network needed.

`MODEL_CARD.md` beside this file says what it is, what it was trained on, what was measured here
and where its limits are; `PROVENANCE.md` where each file comes from and under which licence.
"""

from course.backbones.efficientnet import efficientnet_lite0, load_imagenet_classes

__all__ = ["efficientnet_lite0", "load_imagenet_classes"]
