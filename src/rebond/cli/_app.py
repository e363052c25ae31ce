"""The Typer application: its language, its commands, its options shared by several verbs."""

import locale
from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from rebond.registry import modules_of
from rebond.sentences import N_

if TYPE_CHECKING:
    from rebond.wording.voice import Voice

ABOUT = N_("The review after a crisis on social media: from the exports you already have, on your own machine.")
DEBUG = N_("Add --debug to any command to see the technical details of an error.")


def interface_voice(environment: Mapping[str, str]) -> "Voice":
    """The language of the command itself: REBOND_LANG, else the machine's, else English."""
    from rebond.wording.voice import Voice

    asked = environment.get("REBOND_LANG") or _machine_language(environment)
    return Voice.of("fr-CA" if asked.lower().startswith("fr") else "en")


def _machine_language(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    return locale.getlocale()[0] or "en"


def build(voice: "Voice") -> typer.Typer:
    """Every module of this room that has `register(app, say)` adds its verb; help speaks the user's language."""
    from rebond.wording.click_words import speak_click

    speak_click(voice)

    def say(text: str) -> str:
        from rebond.sentences import say as sentence

        return voice.text(sentence(text))

    app = typer.Typer(
        name="rebond", help=say(ABOUT), epilog=say(DEBUG), no_args_is_help=True, add_completion=False,
        pretty_exceptions_enable=False, rich_markup_mode=None,
    )  # fmt: skip
    for module in modules_of("rebond.cli"):
        module.register(app, voice, say)
    return app
