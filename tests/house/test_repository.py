"""The repository speaks of the product alone, and `main` can always be released."""

import re
import subprocess

from tests.house.source import ROOT, nothing

TEXTS = {".py", ".md", ".toml", ".po", ".txt", ".j2", ".typ", ".css", ".js", ".json", ".yml", ".yaml", ".cfg", ""}
# A path of one machine works on no other. (Brackets, so that this line does not find itself.)
MACHINE = re.compile(r"(?<![\w.])(/[w]ork/|/[h]ome/|/[r]oot/|/[U]sers/)|[C]:\\Users")
WIDEST = 4000  # characters in a changelog fragment


def tracked():
    """Files that git keeps, or would keep."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in sorted(done.stdout.splitlines()) if (ROOT / name).is_file()]


def texts():
    return [(p, p.read_text("utf-8")) for p in tracked() if p.suffix in TEXTS and p.name != "uv.lock"]


def test_no_path_of_a_machine():
    nothing(
        f"{path.relative_to(ROOT)}:{n} {found.group(0)}"
        for path, text in texts()
        for n, line in enumerate(text.splitlines(), start=1)
        for found in [MACHINE.search(line)]
        if found
    )


def test_no_real_data_and_nothing_built_is_kept():
    built = {".mo", ".pyc", ".parquet", ".pdf", ".docx", ".whl", ".zip", ".gz"}
    nothing(p.relative_to(ROOT) for p in tracked() if p.suffix in built or p.stat().st_size > 1_000_000)


def test_a_changelog_fragment_is_a_few_lines_for_users():
    odd = []
    for path in sorted((ROOT / "changelog.d").glob("*")):
        if path.name == "README.md":
            continue
        text = path.read_text("utf-8")
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.md", path.name):
            odd.append(f"{path.name}: name it after its topic, small letters and hyphens")
        if not text.strip() or not text.endswith("\n") or len(text) > WIDEST or text.startswith("#"):
            odd.append(f"{path.name}: one or two sentences for users, no heading")
    nothing(odd)


def test_every_decision_has_its_number_and_its_parts():
    numbers, odd = [], []
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        text = path.read_text("utf-8")
        numbers.append(int(path.name[:4]))
        if not re.match(rf"# {path.name[:4]} \S", text):
            odd.append(f"{path.name}: the title opens with the number")
        odd += [f"{path.name}: no “{part}”" for part in ("Accepted", "Refused", "Reopens if") if part not in text]
        if len(text.splitlines()) > 60:
            odd.append(f"{path.name}: more than a page")
    nothing(odd)
    assert len(numbers) == len(set(numbers)), "a number is used once"


def test_the_ci_runs_what_the_readme_says():
    assert (ROOT / ".ci" / "run").read_text("utf-8").strip().endswith("exec make test")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
