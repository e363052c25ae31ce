"""What every page that opens from disk shares: the policy, the style with its two faces, templates that escape.

Nothing runs and nothing loads: `default-src 'none'`, one stylesheet allowed by its hash, no script at all.
"""

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import Any

from rebond.render.webfont import woff

FORBIDDEN_IN_ANCHORS = re.compile(r"[^A-Za-z0-9._-]+")


def page(template: str, sheets: tuple[str, ...], content: dict[str, Any]) -> bytes:
    """The page, UTF-8. template, sheets: files of templates/. Everything people wrote in `content` is escaped."""
    style = _style(sheets)
    policy = (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    text: str = _template(template).render(**content, style=ours(style), policy=policy)
    return text.encode(errors="replace")


def ours(text: str) -> Any:
    """Markup of our own making (a drawing, the style), which goes into a page as it is."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 (never anything that people wrote)


def anchor(figure: str) -> str:
    """The place of a figure inside the evidence page: its id, in letters that an address may hold."""
    return FORBIDDEN_IN_ANCHORS.sub("-", figure)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style(sheets: tuple[str, ...]) -> str:
    """The stylesheets, with the two faces inside."""
    faces = "".join(
        f'@font-face{{font-family:"Rebond Sans";font-weight:{weight};font-display:block;'
        f'src:url(data:font/woff;base64,{base64.b64encode(woff(weight)).decode()}) format("woff")}}\n'
        for weight in (400, 600)
    )
    return faces + "".join(_file(sheet) for sheet in sheets)


@cache
def _template(name: str) -> Any:
    from jinja2 import Environment, StrictUndefined

    room = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    room.filters["anchor"] = anchor
    return room.from_string(_file(name))


def _file(name: str) -> str:
    return resources.files("rebond.render").joinpath("templates", name).read_text("utf-8")
