"""Whoever installs Rebond gets wheels, on every machine we promise, and the same versions with uv as with pip."""

import re
import sys
import tomllib
from functools import cache

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name, parse_wheel_filename
from tests.house.source import files, imported, nothing

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MACHINES = {
    "win_amd64": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "macos_arm64": {
        "sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64",
    },
    "macos_x86_64": {
        "sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "x86_64",
    },
    "linux_x86_64": {
        "sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64",
    },
}  # fmt: skip
TAGS = {
    "win_amd64": re.compile(r"win_amd64"),
    "macos_arm64": re.compile(r"macosx_\d+_\d+_(arm64|universal2)"),
    "macos_x86_64": re.compile(r"macosx_\d+_\d+_(x86_64|universal2|intel)"),
    "linux_x86_64": re.compile(r"(many)?linux\w*_x86_64"),
}


@cache
def locked(root):
    return tomllib.loads((root / "uv.lock").read_text("utf-8"))["package"]


def environment(python, machine):
    return {
        "python_version": python, "python_full_version": f"{python}.1", "implementation_name": "cpython",
        "platform_python_implementation": "CPython", "extra": "", **MACHINES[machine],
    }  # fmt: skip


def wanted(root, python, machine):
    """What a user installs there: every distribution reached from rebond's own dependencies, extras included."""
    by_name: dict[str, list] = {}
    for package in locked(root):
        by_name.setdefault(package["name"], []).append(package)
    here, seen, todo = environment(python, machine), {}, [("rebond", None, ())]
    while todo:
        name, version, extras = todo.pop()
        package = next(p for p in by_name[name] if version in (None, p.get("version")))
        if (name, extras) in seen:
            continue
        seen[name, extras] = package
        needs = [*package.get("dependencies", ())]
        for extra in extras:
            needs += package.get("optional-dependencies", {}).get(extra, ())
        for need in needs:
            if "marker" not in need or Marker(need["marker"]).evaluate(here):
                todo.append((need["name"], need.get("version"), tuple(need.get("extra", ()))))
    return {p["name"]: p for p in seen.values() if p["name"] != "rebond"}


def runs_on(filename, python, machine) -> bool:
    """Whether a wheel installs on that Python of that machine."""
    minor = int(python.partition(".")[2])
    for tag in parse_wheel_filename(filename)[3]:
        there = tag.platform == "any" or TAGS[machine].fullmatch(tag.platform)
        exact = tag.interpreter == f"cp3{minor}" and tag.abi in (f"cp3{minor}", "abi3", "none")
        stable = tag.abi == "abi3" and re.fullmatch(r"cp3(\d+)", tag.interpreter)
        pure = tag.abi == "none" and tag.interpreter in ("py3", f"py3{minor}", "py2.py3")
        if there and (exact or pure or (stable and int(stable.group(1)) <= minor)):
            return True
    return False


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_library_a_user_needs_has_a_wheel(repo, python, machine):
    missing = [
        f"{name} {package['version']}"
        for name, package in sorted(wanted(repo, python, machine).items())
        if not any(runs_on(wheel["url"].rpartition("/")[2], python, machine) for wheel in package.get("wheels", ()))
    ]
    nothing(missing)


def test_the_lock_reaches_what_pyproject_declares(repo):
    declared = tomllib.loads((repo / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {canonicalize_name(re.match(r"[\w.-]+", one).group(0)) for one in declared}
    assert names <= set(wanted(repo, "3.11", "linux_x86_64"))


def listed(path):
    """name -> {version: hashes} of a requirements file."""
    found: dict[str, dict[str, set[str]]] = {}
    for block in re.sub(r"\\\n\s*", " ", path.read_text("utf-8")).splitlines():
        head = re.match(r"([\w.-]+)(?:\[[\w,]+\])?==([^\s;]+)", block)
        if head:
            found.setdefault(head[1], {})[head[2]] = set(re.findall(r"--hash=(\S+)", block))
    return found


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_pip_follows_the_lock(repo, name):
    """`make requirements` writes these files again after a change of uv.lock."""
    lock: dict[str, dict[str, set[str]]] = {}
    for package in locked(repo):
        files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
        lock.setdefault(package["name"], {})[package.get("version")] = {one["hash"] for one in files}
    found = listed(repo / "requirements" / name)
    assert found, f"requirements/{name} lists nothing"
    nothing({n: v for n, v in found.items() if any(lock.get(n, {}).get(k) != h for k, h in v.items())})


def test_pip_installs_all_that_a_user_needs(repo):
    listed_names = set(listed(repo / "requirements" / "run.txt"))
    needed = {name for python in PYTHONS for machine in MACHINES for name in wanted(repo, python, machine)}
    nothing(needed - listed_names)


def test_requirements_name_no_place_to_download_from(repo):
    for name in ("run.txt", "dev.txt"):
        assert "://" not in (repo / "requirements" / name).read_text("utf-8")


def test_what_is_imported_is_declared(repo):
    """A library that another one happens to bring is not ours to import."""

    declared = tomllib.loads((repo / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {canonicalize_name(re.match(r"[\w.-]+", one).group(0)) for one in declared}
    called = {"ibis": "ibis-framework", "docx": "python-docx", "vl_convert": "vl-convert-python",
              "font_source_sans_pro": "font-source-sans-pro"}  # fmt: skip

    outside = {name.partition(".")[0] for path in files() for _, name in imported(path)} - set(sys.stdlib_module_names)
    undeclared = {name for name in outside - {"rebond"} if canonicalize_name(called.get(name, name)) not in names}
    nothing(undeclared)
