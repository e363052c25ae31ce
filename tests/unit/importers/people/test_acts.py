"""Lines of a log as people write them, and the act a communications director would see in each.

A line reads: words | kind | who could see it. A kind after "event" is what happened outside.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.importers.people.acts import act_of
from rebond.vocabulary import load

OURS = """
    we answered on X ("we hear you")                            | reply             | public
    posted an apology on Facebook                               | apology           | public
    nous avons répondu sur X                                    | reply             | public
    publié des excuses                                          | apology           | public
    réponse publiée sur X                                       | reply             | public
    reply is live on X                                          | reply             | public
    posted reply                                                | reply             | public
    Replied to about 40 comments on Facebook                    | reply             | public
    On répond aux commentaires sur Facebook                     | reply             | public
    Responded on Twitter in English                             | reply             | public
    apology live on twitter                                     | apology           | public
    apology posted on X and Facebook, English                   | apology           | public
    excuses publiées (X, Facebook)                              | apology           | public
    CEO video apology on YouTube                                | apology           | public
    Message vidéo d'excuses du PDG mis en ligne                 | apology           | public
    Communiqué d'excuses publié                                 | apology           | public
    we apologised on Instagram                                  | apology           | public
    On s'excuse sur X                                           | apology           | public
    Statement posted on our website                             | statement         | public
    Déclaration publiée sur le site web                         | statement         | public
    posted on X in English                                      | statement         | public
    Issued a statement                                          | statement         | public
    Tweet du PDG                                                | statement         | public
    Travel waiver published on website and X                    | service_measure   | public
    Annonce des remboursements publiée sur Facebook             | service_measure   | public
    Update posted on X                                          | update            | public
    Mise à jour publiée, en français                            | update            | public
    Press release sent to media                                 | press_release     | public
    Communiqué envoyé aux médias                                | press_release     | public
    Point de presse du maire                                    | press_conference  | public
    FAQ mise en ligne                                           | web_page          | public
    Rectificatif publié sur X                                   | correction        | public
    We are looking into it - posted on X                        | holding_statement | public
    Publication retirée de Facebook                             | takedown          | public
    Replied by DM to the passenger on X                         | private_reply     | targeted
    Répondu en privé à la cliente                               | private_reply     | targeted
    Meeting with the minister                                   | direct_outreach   | targeted
    Rencontre avec le syndicat                                  | direct_outreach   | targeted
    Appel au cabinet du ministre                                | direct_outreach   | targeted
    Mise en demeure envoyée au blogue                           | legal_step        | targeted
    told the CEO                                                | alert_escalation  | internal
    called the VP                                               | alert_escalation  | internal
    appel à la direction                                        | alert_escalation  | internal
    J'avise la direction                                        | alert_escalation  | internal
    Sam noticed the jokes about "on fleek"                      | detection         | internal
    saw the fleek jokes                                         | detection         | internal
    Julie voit les blagues                                      | detection         | internal
    First complaints seen on X                                  | detection         | internal
    Premières plaintes vues sur Facebook                        | detection         | internal
    note to crews                                               | internal_note     | internal
    note aux employés                                           | internal_note     | internal
    Note published on the intranet for employees                | internal_note     | internal
    Briefed the board                                           | board_brief       | internal
    Courriel au CA                                              | board_brief       | internal
    paused all scheduled posts                                  | pause_scheduled   | internal
    Décidé de ne pas répondre sur X pour l'instant              | decision          | internal
    We decide not to apologise yet                              | decision          | internal
    Communiqué approuvé par la DG                               | decision          | internal
    War room opened                                             | cell_activation   | internal
    Cellule de crise réunie                                     | cell_activation   | internal
    Levée de la cellule                                         | exit_declared     | internal
    Fix deployed                                                | operational_fix   | internal
"""
NOT_YET = """
    apology drafted                                             | other             | internal
    Réponse pour X en rédaction                                 | other             | internal
    Brouillon d'excuses envoyé à la DG                          | other             | internal
    We will post an apology on Facebook                         | other             | internal
    Statement ready, waiting for approval                       | other             | internal
    Press conference planned for 5 pm                           | other             | internal
    Point de presse prévu à 17 h                                | other             | internal
    Should we answer on X?                                      | other             | internal
    On ne répond pas sur X                                      | other             | internal
    Nothing posted today                                        | other             | internal
    Rien publié, aucune réponse                                 | other             | internal
    No apology for now                                          | other             | internal
    Discussed an apology with legal                             | other             | internal
    Interview request from the CBC                              | other             | internal
    went home                                                   | other             | internal
    forgot to note who told the crew                            | other             | internal
    Réunion avec le fournisseur                                 | other             | internal
    anyone seeing the fleek jokes?                              | other             | internal
"""
OTHERS = """
    A passenger posted a video on TikTok                        | event other       | public
    Une cliente publie une vidéo sur TikTok                     | event other       | public
    Angry customers demand an apology                           | event other       | public
    Des membres exigent des excuses                             | event other       | public
    Une influenceuse partage la vidéo                           | event other       | public
    Le syndicat demande des excuses                             | event third_party | public
    WSJ article online                                          | event news        | public
    Reportage au téléjournal                                    | event news        | public
    Ice storm hits DFW                                          | event weather     | public
    Pétition lancée                                             | event protest     | public
"""


def lines(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("words", "kind", "seen"), lines(OURS) + lines(NOT_YET) + lines(OTHERS))
def test_the_act_a_line_tells(words: str, kind: str, seen: str):
    act = act_of(words, {})
    assert (f"event {act.kind}" if act.is_event else act.kind, act.visibility) == (kind, seen)


@pytest.mark.parametrize("kind", [
    "Fait extérieur", "Événement extérieur", "ÉVÈNEMENT EXTERNE", "evenement exterieur", "Outside event",
    "external event", "External fact", "Fait extérieur à l'organisation", "Fait extérieur (média)",
    "Fait extérieur / Outside event", "Extérieur", "Tiers", "Hors de l'organisation", "Fait politique",
])  # fmt: skip
def test_a_declared_outside_event_is_never_ours_whatever_its_words(kind: str):
    act = act_of("Nous publions une déclaration", {"kind": kind, "channel": "X"})
    assert act.is_event and act.understood


@pytest.mark.parametrize("kind", ["Communication externe", "Externe", "Contact avec un tiers", "Riposte"])
def test_a_kind_that_may_be_of_ours_is_left_to_the_words_and_not_understood(kind: str):
    act = act_of("Nous publions une déclaration", {"kind": kind, "channel": "X"})
    assert (act.kind, act.is_event, act.understood) == ("statement", False, False)


@pytest.mark.parametrize(("answer", "is_event"), [
    ("oui", True), ("Oui, la presse", True), ("extérieur à nous", True), ("non", False), ("Nous", False), ("", False),
])  # fmt: skip
def test_a_column_that_asks_whether_it_was_outside_decides(answer: str, is_event: bool):
    assert act_of("Vidéo publiée", {"outside": answer, "channel": "YouTube"}).is_event is is_event


@pytest.mark.parametrize(("words", "channels"), [
    ("we answered on X (“we hear you”)", ("x",)), ("Excuses publiées (X, Facebook)", ("x", "facebook")),
    ("X post and website", ("x", "web")), ("Publication X retirée", ("x",)), ("Plan X approuvé", ()),
])  # fmt: skip
def test_where_it_stood(words: str, channels: tuple[str, ...]):
    assert act_of(words, {}).channels == channels


def test_a_message_of_a_conversation_is_public_only_if_it_says_so():
    assert act_of("on publie des excuses", {"spoken": ""}).visibility == "internal"
    assert act_of("excuses publiées sur X", {"spoken": ""}).visibility == "public"


@pytest.mark.parametrize(("cell", "channels"), [
    ("DM @jeanne_x", ("other",)), ("Jeanne Roy, Marc Roy", ("other",)),
    ("Facebook, DM @jeanne_x", ("facebook", "other")), ("Twitter / X", ("x",)), ("site web", ("web",)),
    ("", ()), ("?", ()),
])  # fmt: skip
def test_a_channel_is_one_of_the_vocabulary_whatever_the_cell_names(cell: str, channels: tuple[str, ...]):
    assert act_of("On répond", {"channel": cell}).channels == channels


@given(st.text(max_size=40))
def test_no_word_of_a_cell_goes_into_a_channel(cell: str):
    known = {term.key for term in load("platform").terms}
    assert set(act_of("On répond", {"channel": cell}).channels) <= known
