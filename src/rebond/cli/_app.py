"""The Typer application: its language, its commands, its options shared by several verbs."""

import locale
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from rebond import __version__
from rebond.cli._help import SpokenCommand, SpokenGroup
from rebond.registry import modules_of
from rebond.sentences import N_
from rebond.wording.voice import Voice

ABOUT = N_("The review after a crisis on social media: from the exports you already have, on your own machine.")
DEBUG = N_("Add --debug to any command to see the technical details of an error.")
VERSION = N_("Show the version.")


def interface_voice(environment: Mapping[str, str]) -> Voice:
    """The language of the command itself: REBOND_LANG, else the machine's, else English."""
    asked = environment.get("REBOND_LANG") or _machine_language(environment)
    return Voice.of("fr-CA" if asked.lower().startswith("fr") else "en")


def _machine_language(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    return locale.getlocale()[0] or "en"


def build(voice: Voice) -> typer.Typer:
    """Every module of this room that has `register(app, voice, say)` adds its verb; help speaks the user's language."""
    app = typer.Typer(
        name="rebond", cls=SpokenGroup, help=voice.say(ABOUT), epilog=voice.say(DEBUG), add_completion=False,
        invoke_without_command=True, context_settings={"obj": voice}, pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )  # fmt: skip

    @app.callback()
    def rebond(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=voice.say(VERSION))] = False,
    ) -> None:
        if version:
            python = ".".join(map(str, sys.version_info[:3]))
            typer.echo(f"rebond {__version__} (Python {python}, {sys.platform})")
        elif ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())

    for module in modules_of("rebond.cli"):
        module.register(app, voice, voice.say)
    return app


def verb(app: typer.Typer, name: str, about: str):  # type: ignore[no-untyped-def]
    """Decorator of the function behind a verb. about: what `--help` says of it, already in the user's language."""
    return app.command(name, cls=SpokenCommand, help=about)
