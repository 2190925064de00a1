"""A name in several scripts, with an emoji of several characters."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
WOMAN_SCIENTIST = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{MICROSCOPE}"
STUDENT = f"{WOMAN_SCIENTIST} \N{CYRILLIC CAPITAL LETTER YA}\u200f\N{HEBREW LETTER ALEF}"


def damage(folder, notebook):
    write(folder, notebook)
