"""The house checks its words: keys, both labels, counts, references, words to avoid, regional words."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from rebond.vocabulary import load, metrics, names, pictures, questions, sections
from rebond.wording.overlays import overlay

SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
HYPHENS = re.compile(r"[a-z]+(?:-[a-z]+)*")
CODES = re.compile(r"[FQ][A-Z]?\d+")
SHAPES = {"problem_code": HYPHENS, "picture": CODES, "question": CODES, "question_added": CODES}

# Counted in domain.md, plus the "other" and "unknown" that every assigned taxonomy has there.
COUNTS = {
    "crisis_type": 31 + 2, "cluster": 3, "nature": 2 + 1, "onset": 3 + 1, "social_role": 6 + 1, "origin": 9,
    "smcc_origin": 2 + 1, "smcc_role": 3 + 1, "dynamic_class": 4 + 1, "org_kind": 12 + 2,
    "stakeholder_kind": 25 + 1, "stance": 4 + 1, "relation_after": 4, "strategy": 24 + 2, "posture": 8 + 2,
    "action_kind": 41 + 1, "visibility": 3, "finding_kind": 4, "finding_tag": 5, "area": 2, "subject": 8,
    "evidence_strength": 5, "rating": 4, "lesson_state": 10, "tone": 4 + 1, "emotion": 10 + 2,
    "responsibility": 8 + 2, "post_act": 11 + 2, "claim_status": 4, "impact_kind": 7 + 1, "review_level": 3,
    "moment": 4, "handling": 4, "element": 7, "phase": 10, "learning_phase": 3, "recovery_shape": 5,
    "privacy_regime": 5, "audience_role": 16, "review_role": 6, "section": 18, "picture": 18, "question": 53,
    "question_added": 5, "effect_verdict": 4, "output": 2, "confidence": 3,
}  # fmt: skip

# Words that are the same in both languages; names of platforms are left out altogether.
SAME = {
    "Accusation", "Annexes", "Cause", "Communication", "Compensation", "Danger", "Experts", "Gratitude", "Humour",
    "Information", "Justification", "Minimisation", "Mission", "Observation", "Organisation", "Participants",
    "Postures", "Public", "Question", "Silence", "Surprise",
}  # fmt: skip

# domain.md A8: what never stands on a page, and what we say instead.
AVOID = {
    "fr": ("engagement", "contrefactuel", "codage", "part de voix", "ton net", "cicatrice", "ruissellement"),
    "en": ("engagement", "counterfactual", "coding", "net tone", "scar", "trickle"),
}
HIDDEN = re.compile(r"\b(?:M-\d\d|[SFQ]\d{1,2})\b")
PLACES = {"org", "city", "demonym", "competitor", "number", "ticker"}
ENTRIES = [(name, entry) for name in names() for entry in load(name)]


def words(entry, lang):
    """All that may reach a reader from an entry, in one language."""
    named = (text for name, text in entry.facts if name.startswith(f"{lang}_") and isinstance(text, str))
    return [entry.label(lang), entry.definition(lang) or "", *named]


@pytest.mark.parametrize("name", names())
def test_every_key_is_well_formed_and_stands_once(name):
    keys = load(name).keys
    assert [key for key in keys if not SHAPES.get(name, SNAKE).fullmatch(key)] == []
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert SNAKE.fullmatch(name)


def test_every_entry_speaks_both_languages():
    silent = [(name, e.key) for name, e in ENTRIES if not e.fr.strip() or not e.en.strip()]
    half_defined = [(name, e.key) for name, e in ENTRIES if (e.fr_def is None) != (e.en_def is None)]
    other = {"fr_": "en_", "en_": "fr_"}
    alone = [
        (name, e.key, fact)
        for name, e in ENTRIES
        for fact, _ in e.facts
        if fact[:3] in other and e.fact(other[fact[:3]] + fact[3:]) is None
    ]
    assert (silent, half_defined, alone) == ([], [], [])


def test_french_and_english_differ_except_for_known_words():
    same = {e.fr for name, e in ENTRIES if e.fr == e.en and name not in ("platform", "language", "post_field")}
    assert same == SAME
    assert [e.key for _, e in ENTRIES if e.fr_def is not None and e.fr_def == e.en_def] == []


@pytest.mark.parametrize(("name", "expected"), COUNTS.items())
def test_a_vocabulary_holds_what_the_field_counted(name, expected):
    assert len(load(name)) == expected


def test_the_bank_of_questions_is_balanced_as_designed():
    asked = questions()
    assert Counter(q.area for q in asked) == {"social": 19, "rest": 34}
    assert Counter(q.subject for q in asked) == {
        "plan": 7, "procedures": 7, "emergency": 6, "monitoring": 7,
        "communication": 8, "decision": 7, "stakeholders": 7, "people": 4,
    }  # fmt: skip


def test_there_are_46_metrics_and_none_without_a_sentence():
    assert sorted({m.id for m in metrics()}) == [f"M-{n:02d}" for n in range(1, 47)]
    for m in metrics():
        assert m.unit in {"duration", "count", "ratio", "share", "index", "points", "category", "table"}, m.key
        assert m.family in load("metric_family"), m.key
        for lang in ("fr", "en"):
            assert m.formula(lang).endswith((".", "».")) and len(m.formula(lang)) > 40, m.key


def test_references_lead_somewhere():
    ids = {m.id for m in metrics()} | {p.id for p in pictures()} | {s.id for s in sections()}
    every_question = [*questions(), *(q for kind in load("org_kind").keys for q in questions(kind)[53:])]
    assert len(every_question) == 58
    for q in every_question:
        assert set(q.evidence) <= ids, q.id
        assert q.area in load("area") and q.subject in load("subject"), q.id
        assert q.audience and all(role in load("audience_role") for role in q.audience), q.id
        assert q.moments and all(moment in load("moment") for moment in q.moments), q.id
        assert q.types and all(kind in load("question_type") for kind in q.types), q.id
    for s in sections():
        assert set(s.metrics) | set(s.pictures) <= ids and s.source in load("section_source"), s.id
    for kind in load("crisis_type"):
        assert kind.key in ("other", "unknown") or kind.text("cluster") in load("cluster"), kind.key
    for strategy in load("strategy"):
        assert strategy.texts("posture") and all(p in load("posture") for p in strategy.texts("posture"))
        assert all(variant in load("benoit") for variant in strategy.texts("benoit")), strategy.key
    for act in load("action_kind"):
        assert act.key in ("silence", "other", "unknown") or act.text("visibility") in load("visibility"), act.key


def test_questions_ask_what_and_how_never_why_did_you():
    for q in questions():
        assert not re.search(r"\bwhy did (?:you|we)\b", q.en.lower()), q.id
        assert not re.search(r"pourquoi avez-vous|pourquoi n'avez-vous", q.fr.lower()), q.id


def test_cues_are_plain_words_and_known_places():
    for name, e in ENTRIES:
        for fact, cues in e.facts:
            if not fact.startswith(("cues_", "profile_", "text_")):
                continue
            assert len(set(cues)) == len(cues), (name, e.key, fact)
            for cue in cues:
                assert cue == " ".join(cue.split()) and len(cue) >= 2, (name, e.key, cue)
                assert set(re.findall(r"\{(\w+)\}", cue)) <= PLACES, (name, e.key, cue)
                assert re.fullmatch(r"[\w'’ ,.\-@#{}]+", cue), (name, e.key, cue)


def test_no_cue_guesses_a_sensitive_trait_of_a_private_person():
    guards = {e.key: e.text("guard") for e in load("stakeholder_kind") if e.text("guard")}
    assert guards == {
        "unions": "organisation_only", "elected_officials": "organisation_or_public_role",
        "activists_ngos": "organisation_or_public_role", "victims_affected": "person_checks",
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_words_to_avoid_and_codes_never_reach_a_reader(lang):
    said = [(name, e.key, text) for name, e in ENTRIES for text in words(e, lang)]
    avoided = re.compile(r"\b(?:" + "|".join(AVOID[lang]) + r")s?\b", re.IGNORECASE)
    assert [found for found in said if avoided.search(found[2]) or HIDDEN.search(found[2])] == []


def test_labels_use_the_replacement_words():
    assert load("metric").label("sov_k", "fr") == "Part des prises de parole par partie prenante"
    assert load("metric").label("net_tone", "fr") == "Solde de ton"
    assert load("metric").label("scar", "fr") == "Trace durable"
    assert load("metric").label("commitment_kept", "fr") == "Promesses publiques tenues"
    assert load("metric").label("effect_vs_counterfactual", "fr").endswith("ce qui était attendu sans cette réponse")
    assert load("evidence_strength").keys[-1] == "judgement"


# --- regional words ---------------------------------------------------------------------------------
def replacements(repo: Path) -> dict[str, str]:
    text = (repo / "src/rebond/wording/overlays/fr-FR.toml").read_text("utf-8")
    entries = tomllib.loads(text)["replace"]
    pairs = {entry["from"]: entry["to"] for entry in entries}
    assert len(pairs) == len(entries), "the same word is replaced twice"
    return pairs


def test_regional_words_apply_in_one_pass(repo):
    pairs = replacements(repo)
    assert set(pairs) & set(pairs.values()) == set()
    for source, target in pairs.items():
        capital = target[:1].upper() + target[1:] if source[:1].isupper() else target
        assert overlay(source, "fr-FR") == capital
        assert overlay(target, "fr-FR") == target, f"{target!r} would be replaced again"


def test_every_elided_word_is_listed_with_both_apostrophes(repo):
    pairs = replacements(repo)
    for source, target in pairs.items():
        if "'" in source:
            assert pairs[source.replace("'", "’")] == target


@pytest.mark.parametrize(
    ("quebec", "france"),
    [
        ("Entrevue", "Interview"),
        ("le mot-clic et les mots-clics", "le mot-dièse et les mots-dièse"),
        ("La nuit et la fin de semaine.", "La nuit et le week-end."),
        ("avant le débreffage", "avant le débriefing"),
        ("un OBNL, l’OBNL, des OBNL", "une association, l'association, des associations"),
        ("Trousse aux gestionnaires", "Kit des managers"),
        ("une page de la trousse", "une page du kit"),
        ("L'employé, les employés et l'employeur", "Le salarié, les salariés et l'employeur"),
        ("avant l'AGA", "avant l'AG"),
        ("un avis, puis un dépôt réglementaire", "un avis, puis une information réglementée"),
        ("Le bilan est approuvé.", "Le RETEX est approuvé."),
        ("Bilan d'après-crise", "Retour d'expérience d'après-crise"),
    ],
)
def test_a_reader_in_france_reads_the_words_of_france(quebec, france):
    assert overlay(quebec, "fr-FR") == france
    assert overlay(quebec, "fr-CA") == quebec


def test_the_past_participle_is_never_mistaken_for_a_person():
    """« employé » and « bilan » are replaced wherever they stand: our French says « utilisé », not « employé »."""
    verbs = re.compile(r"\b(?:est|a|être|sont|été|terme|mot|moyen)s? employée?s?\b")
    assert [e.key for _, e in ENTRIES for text in words(e, "fr") if verbs.search(text)] == []


# --- the code only uses words that exist ------------------------------------------------------------
def calls(repo: Path, *called: str):
    for path in sorted((repo / "src/rebond").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "id", None) if isinstance(node, ast.Call) else None
            if name in called:
                given = {k.arg: k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)}
                yield path.name, node, given


def test_every_label_the_code_prints_exists(repo):
    unknown = []
    for where, _, given in calls(repo, "Term"):
        if "vocabulary" in given:
            missing = given["vocabulary"] not in names()
            if missing or ("key" in given and given["key"] not in load(given["vocabulary"])):
                unknown.append((where, given))
    assert unknown == []


def test_every_number_the_code_measures_has_a_metric_key(repo):
    keys = load("metric").keys
    used = [(where, given["metric"]) for where, _, given in calls(repo, "Measure", "Figure") if "metric" in given]
    assert [found for found in used if found[1] not in keys] == []


def test_every_problem_the_code_counts_has_a_code(repo):
    used = []
    for where, node, given in calls(repo, "Problem"):
        second = node.args[1] if len(node.args) > 1 else None
        code = given.get("code") or (second.value if isinstance(second, ast.Constant) else None)
        if code is not None:
            used.append((where, code))
    assert [found for found in used if found[1] not in load("problem_code")] == []


# --- the glossary --------------------------------------------------------------------------------------
def glossary(repo: Path) -> list[list[str]]:
    lines = (repo / "GLOSSARY.md").read_text("utf-8").splitlines()
    table = [line for line in lines if line.startswith("| **")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_the_glossary_is_one_sorted_table_in_both_languages(repo):
    rows = glossary(repo)
    assert all(len(row) == 3 and all(row) for row in rows)
    nouns = [row[0].strip("*").split("*")[0].lower().replace("-", " ") for row in rows]
    assert nouns == sorted(nouns)
    assert len(set(nouns)) == len(nouns)


def test_the_glossary_knows_the_words_it_sends_the_reader_to(repo):
    rows = glossary(repo)
    known = " ".join(row[0] for row in rows).lower()
    sent_to = {word.lower() for row in rows for word in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", row[2])}
    stems = {word.rstrip("s") for word in sent_to}
    assert sorted(stem for stem in stems if stem not in known) == []
