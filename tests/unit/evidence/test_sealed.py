"""No link, account or address of people's own words reaches a shareable page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.evidence.sealed import logged, sealed, without_accounts
from rebond.settings import CaseSheet


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("réponse, en français", "réponse, en français"),
        ("Répondu à @jean_l sur X", "Répondu à […] sur X"),
        ("voir https://x.com/a/status/123?s=20 svp", "voir […] svp"),
        ("copie : claire@rivage.example, 14 h", "copie : […], 14 h"),
        ("fil sur bsky.app/profile/a", "fil sur […]"),
        ("fil u/acheteur_mtl et r/montreal", "fil […] et […]"),
        ("publication 1145678901234567890 masquée", "publication […] masquée"),
        ("@ 14 h, remboursement de 2140 $", "@ 14 h, remboursement de 2140 $"),
        ("deux\nlignes", "deux lignes"),
        ("15/07 et/ou 4.2", "15/07 et/ou 4.2"),
        ("vidéo fb.watch/a1B2 et discord.gg/rivage", "vidéo […] et […]"),
        ("article sur rivage.coop, puis nouvelle.info", "article sur […], puis […]"),
        ("site membres.quebec et buergernetz.de", "site […] et […]"),
        ("répondu à bob.bsky.social", "répondu à […]"),
        ("répondu à ＠bob et à /@bob", "répondu à […] et à /[…]"),
        ("répondu à @\u200bbob", "répondu à […]"),
        ("canal t.me/rivage_membres", "canal […]"),
        ("rappelé au 06 12 34 56 78 puis au +33 6 12 34 56 78", "rappelé au […] puis au […]"),
        ("(514) 555-0199, 514-555-0199, 0612345678", "[…], […], […]"),
        ("de 8 h à 17 h le 2025-10-14, 10 000 000 $ et 1 234 567 avis", None),
        ("réunion à 5 p.m. avec la v.p., cf. plan.Nous écoutons", None),
        ("rapport final.docx, version 2.1.3, pp. 12-14", None),
    ],
)
def test_what_may_not_circulate_is_cut_and_marked(words: str, printed: str | None):
    assert sealed(words).text == (words if printed is None else printed)


NAME = st.from_regex(r"[a-z][a-z0-9_]{2,14}", fullmatch=True)
WAYS = ("@{}", "＠{}", "/@{}", "{}.bsky.social", "u/{}", "https://x.com/{}", "instagram.com/{}", "{}@mastodon.social",
        "{}@hotmail.fr", "www.{}.org", "t.me/{}", "linktr.ee/{}", "{}.wordpress.com", "youtu.be/{}")  # fmt: skip


@given(st.lists(st.sampled_from(("réponse", "à", "vu", "sur", "(", "«", "puis,", "—")), max_size=4), NAME,
       st.sampled_from(WAYS), st.sampled_from(("", ".", ",", ")", " !", "\u00a0»", "…")))  # fmt: skip
def test_whoever_is_named_by_an_account_or_an_address_is_never_printed(before, name, way, after):
    words = " ".join([*before, way.format(name) + after])
    assert name not in sealed(words, 400).text


def test_a_long_title_is_cut_at_a_word_and_marked():
    cut = sealed("mot " * 60).text
    assert cut.endswith("mot […]")
    assert len(cut) <= 90


def test_both_languages_of_a_text_are_cut_apart():
    assert sealed("Répondu à @jean. // Answered @jean.", inside=True).text == "Répondu à […] // Answered […]"


RIVAGE = CaseSheet(organisation="Coopérative Rivage", names=("Rivage",), accounts=("RivageCoop",))


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Julie voit les blagues", "[…] voit les blagues"),
        ("Sam Roy told Kim", "[…] told […]"),
        ("M. Wojciech avise la DG", "M. […] avise la DG"),
        ("appel à la vice-présidente, Marie de la Tour", "appel à la vice-présidente, […]"),
        ("note lue par Nowak à la réunion", "note lue par […] à la réunion"),
        ("Jean-Luc Picard démissionne. Excuses publiées", "[…] démissionne. Excuses publiées"),
        ("Réponse de la Coopérative Rivage sur Facebook", "Réponse de la Coopérative Rivage sur Facebook"),
        ("Avis relu par Me Gagnon", "Avis relu par Me […]"),
        ("Article in The Globe and Mail", "Article in The Globe and Mail"),
        ("Ice storm hits DFW", "Ice storm hits DFW"),
        ("Critics of the English-only answer", "Critics of the English-only answer"),
        ("Crisis Team Convened", "Crisis Team Convened"),
        ("Reportage diffusé à Radio-Canada hier", "Reportage diffusé à Radio-Canada hier"),
        ("Excuses publiées (X, Facebook), en français", "Excuses publiées (X, Facebook), en français"),
        ("appel de KWAME NKRUMAH-OSEI à la DG", "appel de […] à la DG"),
        ("avis lu par JULIE hier", "avis lu par […] hier"),
        ("vu avec le dr. hébert puis mme dupont", "vu avec le dr. […] puis mme […]"),
        ("COMMUNIQUÉ PUBLIÉ SUR LE SITE", "COMMUNIQUÉ PUBLIÉ SUR LE SITE"),
        ("la PDG et le CEO se parlent", "la PDG et le CEO se parlent"),
    ],
)
def test_of_a_log_nobody_is_named(words: str, printed: str):
    assert logged(words, RIVAGE).text == printed


def test_a_name_that_opens_a_line_and_is_on_no_list_is_for_a_person_to_reread():
    """The limit that docs/en/privacy.md states."""
    assert logged("Wojciech told the board", RIVAGE).text == "Wojciech told the board"


def test_a_text_names_no_account_but_ours():
    text = "RT @francine_hull280: @rivagecoop double charge! write to a.b@rivage.example"
    assert without_accounts(text, RIVAGE.accounts) == "RT […]: @rivagecoop double charge! write to […]"
