"""The text of a piece of HTML, as a reader sees it."""

import html
import re

# A tag ends where the next begins, and what is hidden without an end is hidden to the last: time grows with length.
BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d|/tr|/blockquote)\b[^<>]*>", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<(?:/?[a-zA-Z]|!)[^<>]*>")  # "<3" is no tag


def text_of(markup: str) -> str:
    """Tags let go, entities read, a line for each line and paragraph."""
    if "<" in markup:
        markup = TAG.sub("", BREAK.sub("\n", HIDDEN.sub("", markup)))
    return html.unescape(markup).strip()
