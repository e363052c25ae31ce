"""The command as a process: old terminals, pipes, weight of the help."""

import os
import subprocess
import sys

HEAVY = {
    "ibis", "duckdb", "pyarrow", "deltalake", "numpy", "scipy", "pandas", "sqlglot", "typst", "vl_convert", "docx",
    "docxtpl", "jinja2", "fastexcel", "orjson", "xlsxwriter", "emoji", "lxml", "chardet",
}  # fmt: skip


def rebond(*words, **environment):
    """Run `rebond` for real."""
    return subprocess.run(
        [sys.executable, "-c", "from rebond.cli import main; main()", *words],
        capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_an_old_terminal_gets_plainer_letters_instead_of_an_error():
    for encoding in ("ascii", "cp1252", "cp850"):
        done = rebond("chek", REBOND_LANG="fr", PYTHONIOENCODING=encoding)
        assert done.returncode == 2
        assert "Rebond n'a pas de commande" in done.stderr.decode(encoding).replace("’", "'")


def test_nothing_but_text_goes_into_a_file_or_a_pipe():
    done = rebond("chek", REBOND_LANG="en")
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_pipe_closed_early_is_not_an_error_shown():
    reader = subprocess.Popen(
        [sys.executable, "-c", "from rebond.cli import main; main()", "review", "--help"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    reader.stdout.close()
    assert b"Traceback" not in reader.stderr.read()
    reader.wait()
    reader.stderr.close()


def test_help_waits_for_no_heavy_library():
    asks = "import sys; from rebond.cli import run; run(['review', '--help'], {}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, check=True, text=True)
    assert {name.partition(".")[0] for name in done.stderr.split()} & HEAVY == set()
