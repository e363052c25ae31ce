"""The text of a piece of HTML."""

import pytest

from rebond.importers.markup import text_of


@pytest.mark.parametrize(("markup", "text"), [
    ("", ""),
    ("I <3 you & R&D", "I <3 you & R&D"),
    ("a < b et c > d", "a < b et c > d"),
    ("<p>Un</p><p>deux<br>trois<br/>quatre</p>", "Un\ndeux\ntrois\nquatre"),
    ("<ul><li>Un</li><li>deux</li></ul>", "Un\ndeux"),
    ("&lt;b&gt; n'est pas une balise &amp; reste", "<b> n'est pas une balise & reste"),
    ('<a href="x"><span class="invisible">https://</span>ex.org</a>', "https://ex.org"),
    ("<style>p {}</style><script>alert(1)</script>Bonjour<!-- caché -->", "Bonjour"),
    ("<p>Jamais fermé", "Jamais fermé"),
    ("Avant<!-- <b>caché</b> --> après", "Avant après"),
    ("Avant<script>if (a > b) x()", "Avant"),
    ("a <b and c <d>e", "a <b and c e"),
])  # fmt: skip
def test_a_reader_sees(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize("part", ["<script>", "<!--", "<a ", "<br ", "</p", "<", "&", "&#"])
def test_a_long_misshapen_text_comes_to_an_end(part):
    """Once for its length, and not once for each of its beginnings: that would take hours."""
    text = part * 200_000
    assert text_of(text) in ("", text.strip())
