"""The page on screen: it opens from disk, asks nobody for anything, and shows what people wrote as text."""

import runpy
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rebond.evidence.trace import Post, Trace
from rebond.render import charts, evidence_page, html
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))
sample_review, CRISIS = SAMPLE["sample_review"], SAMPLE["CASE"]["sample_crisis"]()
VOICES = {lang: Voice.of(lang, "America/Toronto") for lang in ("fr", "en")}
PICTURES = {lang: charts.draw_pictures(sample_review(), voice) for lang, voice in VOICES.items()}


def review_page(lang: str, hostile: str | None = None) -> str:
    return html.render(sample_review(hostile), VOICES[lang], PICTURES[lang]).decode()


def evidence(lang: str, words: list[str]) -> str:
    """The evidence of the sample, each word of `words` being the text, the account and the file of a post."""
    review = sample_review(words[0] if words else None)
    posts = tuple(
        Post(at=review.drawn_at, platform=word[:9], account=word, kind="post", text=word, raw_file=word, raw_row=n)
        for n, word in enumerate(words)
    )
    acts = tuple(replace(act, title=word, raw_file=word) for act, word in zip(CRISIS.log.actions, words, strict=False))
    traces = tuple(
        Trace(figure=f.id, found=len(posts), conditions=(), filter="".join(words[:1]), shown=posts[n::9], actions=acts)
        for n, f in enumerate(review.figures)
    )
    return evidence_page.render(review, CRISIS, traces, (), VOICES[lang]).decode()


class Parsed(HTMLParser):
    """Elements, attributes by element, ids, headings, text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes |= {(tag, name) for name, _ in attrs}
        values = dict(attrs)
        if "id" in values:
            self.ids.append(str(values["id"]))
        if tag == "a":
            self.links.append(str(values["href"]))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def payloads(data: Path) -> list[str]:
    return (data / "hostile" / "xss-payload-list.txt").read_text("utf-8", errors="replace").splitlines()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_headings_go_down_one_at_a_time_and_ids_are_unique(lang: str):
    for page in (review_page(lang), evidence(lang, ["a"])):
        parsed = Parsed(page)
        assert parsed.headings[0] == 1 and parsed.headings.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(parsed.headings, parsed.headings[1:], strict=False))
        assert len(parsed.ids) == len(set(parsed.ids))
        assert parsed.elements["main"] == parsed.elements["header"] == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_runs_and_nothing_loads(lang: str):
    for page in (review_page(lang), evidence(lang, ["a"])):
        parsed = Parsed(page)
        assert not {"script", "iframe", "object", "embed", "link", "img", "form"} & set(parsed.elements)
        assert not [name for _, name in parsed.attributes if name.startswith("on")]
        assert "default-src 'none'" in unescape(page) and "unsafe-" not in page
        assert not [element for element, name in parsed.attributes if name == "style"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_figure_leads_to_its_evidence(lang: str):
    targets = set(Parsed(evidence(lang, ["a"])).ids)
    links = [link for link in Parsed(review_page(lang)).links if link.startswith("internal/")]
    assert links
    assert {link.partition("#")[0] for link in links} == {f"internal/evidence.{lang}.html"}
    assert {link.partition("#")[2] for link in links} <= targets


def test_payloads_are_shown_as_text(shared_data: Path):
    """6,600 of them: no element and no attribute of the page comes from what people wrote."""
    hostile = payloads(shared_data)
    plain, whole = Parsed(review_page("en", "plain")), Parsed(review_page("en", "\n".join(hostile)))
    assert (whole.elements, whole.attributes, whole.links) == (plain.elements, plain.attributes, plain.links)
    same = ["plain"] * len(hostile)
    plain, whole = Parsed(evidence("en", same)), Parsed(evidence("en", hostile))
    assert (whole.elements, whole.attributes, whole.links) == (plain.elements, plain.attributes, plain.links)
    assert "<img/src/onerror=prompt(8)>" in "".join(whole.text)


def test_a_browser_opens_them_without_a_word(shared_data: Path, tmp_path: Path):
    """In Chromium, from disk: no message on the console, so no violation of the policy and nothing that ran."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("needs Chromium")
    hostile = payloads(shared_data)
    pages = {"review": review_page("fr", "\n".join(hostile)), "evidence": evidence("fr", hostile)}
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
        shown = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--no-first-run", "--enable-logging=stderr",
             f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", (tmp_path / f"{name}.html").as_uri()],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert [line for line in shown.stderr.splitlines() if "CONSOLE" in line] == []
        assert "</html>" in shown.stdout
