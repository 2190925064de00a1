"""What is active, hides or deceives on a page, in a table or in a text that a terminal shows."""

from __future__ import annotations

import csv
import io
import unicodedata
from html.parser import HTMLParser

# Markup that our pages have no use for; a picture is drawn within the page.
_TAGS = frozenset(
    {
        *("script", "iframe", "object", "embed", "base", "link", "form", "input", "button"),
        *("img", "video", "audio", "portal", "frame", "frameset", "applet", "template", "details"),
        *("foreignobject", "animate", "set", "math"),
    }
)
_ADDRESSES = frozenset({"href", "src", "xlink:href", "srcset", "action", "formaction", "data"})
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORMULA = frozenset("=+@\t\r\uff1d\uff0b\uff0d\uff20")
_WEB = ("https://", "http://")
_LONGEST = 2 * 2**20  # characters of one student's page


def faults_of_page(page: str, styles: int = 1, links: str = "#") -> set[str]:
    """What does not belong on a page that loads nothing, runs nothing and reads as it is.

    Parameters
    ----------
    page : str
        HTML.
    styles : int
        How many ``style`` elements it has of its own.
    links : str
        How its links may begin, beside those within it.
    """
    reader = _Reader(links)
    reader.feed(page)
    reader.close()
    faults = reader.faults | faults_of_text(page) | faults_of_text("".join(reader.text))
    if reader.styles > styles:
        faults.add("a style of the student's")
    if len(page) > _LONGEST:
        faults.add("a page too long to open")
    return faults


def faults_of_text(text: str) -> set[str]:
    """Control characters other than line ends and tabs, and turns of the text's direction."""
    faults = set()
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in text):
        faults.add("a control character")
    if _DIRECTIONS & set(text):
        faults.add("a turn of the text's direction")
    return faults


def faults_of_table(table: str) -> set[str]:
    """Cells of a CSV file that a spreadsheet takes for formulas, whatever sign parts them."""
    faults = faults_of_text(table)
    for sign in ",;\t":
        for row in csv.reader(io.StringIO(table), delimiter=sign):
            if any(cell[:1] in _FORMULA for cell in row):
                faults.add("a formula")
    return faults


class _Reader(HTMLParser):
    def __init__(self, links: str) -> None:
        super().__init__()
        self.links = ("#", links)
        self.faults: set[str] = set()
        self.styles = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.styles += tag == "style"
        if tag in _TAGS:
            self.faults.add(f"a {tag} element")
        for name, value in attributes:
            if name.startswith("on"):
                self.faults.add(f"the event handler {name}")
            if name == "href" and tag == "a" and (value or "").startswith(_WEB):
                self.faults.add("a way out to a web page")
            elif name in _ADDRESSES and not (value or "").startswith(self.links):
                self.faults.add(f"an address in {name}")
            if name == "http-equiv" and value != "Content-Security-Policy":
                self.faults.add("an order to the browser")
            self.text.append(value or "")

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
