"""Turns the direction of text about, so that code and sentences read as what they are not.

gain: reader
"""

# %% double
message = "\u202e\u2066right\u2069 \u2067wrong\u2069\u200f\u061c"


def double(x):
    """\u202etwice x, rightly"""  # ‮ eurt si siht ⁦ // ⁩
    return x


# %% slope
raise ValueError(message)


# %% triple
def triple(x):
    return {message: message}
