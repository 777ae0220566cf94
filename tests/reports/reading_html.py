"""Reads a page as a browser does, as far as tests need it."""

from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "hr", "input", "rect"}


class Page(HTMLParser):
    """Elements with their attributes, and the visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], "elements are left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1] if self._open else "", data))

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute over all elements."""
        return [str(attrs[attribute]) for _, attrs in self.elements if attribute in attrs]

    def text(self, inside: str = "") -> str:
        """The text, of all elements but the style or of one kind."""
        return "".join(
            data for tag, data in self.texts if (tag == inside if inside else tag != "style")
        )
