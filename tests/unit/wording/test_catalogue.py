"""Catalogues: every domain of a language as one, never stale."""

import pytest

from rebond.wording.catalogue import LANGUAGES, catalogue, compile_po

PO = b"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "%(n)s post"
msgid_plural "%(n)s posts"
msgstr[0] "%(n)s publication"
msgstr[1] "%(n)s publications"
"""


def test_every_language_of_the_product_has_one():
    assert [catalogue(lang).info()["language"] for lang in LANGUAGES] == ["en", "fr"]


def test_another_language_is_refused():
    with pytest.raises(KeyError):
        catalogue("de")


def test_french_counts_nothing_and_one_alike():
    import gettext
    import io

    spoken = gettext.GNUTranslations(io.BytesIO(compile_po(PO)))
    said = [spoken.ngettext("%(n)s post", "%(n)s posts", n) for n in (0, 1, 2)]
    assert said == ["%(n)s publication", "%(n)s publication", "%(n)s publications"]


def test_a_text_nobody_translated_is_said_as_it_stands():
    assert catalogue("fr").gettext("no such text") == "no such text"
