"""Students' text for those who read it: nothing in it runs, loads, hides or turns about.

Pure functions over text; what each returns still says all that the student wrote.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_MARKDOWN = 50_000  # characters; more is not laid out but shown as it stands
LONGEST_CODE = 20_000  # characters; more of an answer is neither shown nor compared with others
# Joiners, without which Persian words and many emoji fall apart.
_JOINERS = "\u200c\u200d"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ODD = re.compile(r"[^\x20-\x7e\t\n]")
# What makes a cell a formula: at its beginning, or behind a sign at which some spreadsheets, by the
# machine's language, end it all the same. The wide forms are East Asian ones of the same signs.
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
_FENCE = re.compile(r"`{3,}")
_MARKDOWN = (
    (re.compile(r"<(?=[A-Za-z/!?])"), "< "),  # a tag or a comment
    (re.compile(r"!(?=\[)"), "! "),  # a picture, which would be loaded
    (re.compile(r"\](?=\((?!https?://|#))"), "] "),  # a link to what is no page
    (re.compile(r"\](?=[:\[])"), "] "),  # a link whose address stands elsewhere
    (
        re.compile(r"\\(?=(href|class|cssId|style|require|unicode|html\w*|data)\b)", re.IGNORECASE),
        "\\ ",
    ),  # what MathJax makes links and attributes of
)


def visible(text: str) -> str:
    """Text with its control and format characters shown by number, as in ``⟨U+202E⟩``.

    Among them are all that turn the direction of text about, or have no width. Line ends, tabs
    and joiners of letters stay.
    """
    return _ODD.sub(_shown, text)


def _shown(match: re.Match) -> str:
    char = match[0]
    if unicodedata.category(char) not in _INVISIBLE or char in _JOINERS:
        return char
    return f"⟨U+{ord(char):04X}⟩"


def harmless_markdown(text: str) -> str:
    """Markdown without HTML, pictures, and links to anything but web pages.

    What would become one is pulled apart by a space, and so stands there to be read; the rest,
    formulas among it, is left as it is.
    """
    if len(text) > LONGEST_MARKDOWN:
        return fenced(text)
    for pattern, apart in _MARKDOWN:
        text = pattern.sub(lambda _, apart=apart: apart, text)
    return text


def fenced(text: str) -> str:
    """Markdown that shows a text as it stands."""
    fence = "`" * (1 + max([2, *map(len, _FENCE.findall(text))]))
    return f"{fence}text\n{text}\n{fence}"


def for_spreadsheet(value: object) -> object:
    """A value for a cell of a CSV file; what would be a formula in it gets an apostrophe."""
    return _FORMULA.sub("'", visible(value)) if isinstance(value, str) else value
