"""Posts as they will be read."""

from tests.unit.importers.guided import sheets

from rebond.importers.guided.preview import previewed
from rebond.importers.recognition import recognise_table
from rebond.wording.voice import Voice


def seen(data, lang="en", zone=None):
    glimpse = sheets.glimpse(data)
    preview = previewed(glimpse, recognise_table(glimpse, zone))
    voice = Voice.of(lang, zone or "UTC")
    return preview, [[voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in post]
                     for post in preview.told()]  # fmt: skip


def test_five_posts_are_spread_over_the_file_in_the_hour_of_the_organisation():
    preview, told = seen(sheets.digimind(), zone="America/Toronto")
    assert [post["raw_row"] for post in preview.posts] == [1, 25, 49, 73, 97]
    assert told[0] == ["3 October 2025 at 4:00 · no account · Facebook", sheets.text(0)]
    assert told[1][0].startswith("3 October 2025 at 10:00")  # six hours later: 24 quarters


def test_french_says_the_same():
    assert seen(sheets.digimind(), "fr")[1][0][0] == "3 octobre 2025 à 8 h · aucun compte · Facebook"


def test_counts_are_shown_and_rows_without_a_date_are_counted():
    data = "date,auteur,texte,likes,partages\n2025-10-03,lea,Bonjour,3,0\nplus tard,omar,Rien,1,1\n2025-10-04,zoe,,2,\n"
    preview, told = seen(data)
    assert told == [["3 October 2025 · @lea · platform not stated", "Bonjour", "likes: 3 and reposts: 0"],
                    ["4 October 2025 · @zoe · platform not stated", "no text", "likes: 2"],
                    ["Of the rows looked at, 1 has no date that can be read: it would be left out."]]  # fmt: skip
    assert (preview.looked_at, preview.left_out) == (3, 1)
