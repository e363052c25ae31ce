"""Set up Rebond in .venv: with uv when it is there, else with venv and pip. Standard library only.

    python3 tools/setup.py          what a user needs
    python3 tools/setup.py --dev    and what the tests need

Nothing is downloaded but the packages of uv.lock (pip follows the same versions, exported to
requirements/*.txt). No Python is ever downloaded. A second run with nothing to do takes no time.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)
if not OLDEST <= sys.version_info[:2] <= NEWEST:  # before anything that an older Python cannot read
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(
        "Rebond needs Python 3.11 to 3.14; this is Python " + found + " (make demo PYTHON=python3.12). / "
        "Rebond demande Python 3.11 à 3.14 ; celui-ci est " + found + "."
    )

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "rebond-setup.txt"
QUIET = ["--quiet", "--disable-pip-version-check"]


def main() -> int:
    dev = "--dev" in sys.argv[1:]
    wanted = wish(dev)
    if STAMP.is_file() and wanted in STAMP.read_text(encoding="utf-8").split():
        return 0
    print("Setting up Rebond... / Installation de Rebond...", flush=True)
    if not with_uv(dev):
        with_pip(dev)
    STAMP.write_text(wish(True) + "\n" + wish(False) + "\n" if dev else wanted + "\n", encoding="utf-8")
    return 0


def wish(dev: bool) -> str:
    """Digest of what the set-up depends on: done once, it is not done again."""
    digest = hashlib.sha256(f"{dev} {sys.version_info[:2]}".encode())
    for name in ("pyproject.toml", "uv.lock", "hatch_build.py"):
        path = ROOT / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def with_uv(dev: bool) -> bool:
    """Whether uv did it. An old uv, or one that does not run, leaves the work to pip."""
    if not shutil.which("uv"):
        return False
    options = ["--group", "dev"] if dev else ["--no-dev"]
    command = ["uv", "sync", "--quiet", "--locked", "--python", sys.executable, *options]
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def with_pip(dev: bool) -> None:
    """pip into a venv of its own: a system pip may refuse to install globally, a venv never does."""
    pip = make_venv()
    lists = ["requirements/run.txt"] + (["requirements/dev.txt"] if dev else [])
    for one in lists:
        run([*pip, "install", *QUIET, "-r", one])
    run([*pip, "install", *QUIET, "--no-deps", "-e", "."])


def make_venv() -> list[str]:
    """The venv, and the command that is pip for it. Some systems ship a venv without pip: theirs installs into it."""
    python = str(BIN / ("python.exe" if os.name == "nt" else "python"))
    bundled = importlib.util.find_spec("ensurepip") is not None
    if not Path(python).exists():
        run([sys.executable, "-m", "venv", "--clear", *([] if bundled else ["--without-pip"]), str(VENV)])
    if subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        return [python, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", python]


def run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        print(
            "The set-up stopped; the lines above say why. / L'installation s'est arrêtée ; voir ci-dessus.",
            file=sys.stderr,
        )
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    raise SystemExit(main())
