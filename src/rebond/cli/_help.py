"""The help of the command, whole in the user's language.

Typer writes its own help in English only; here each line of it is a sentence of our catalogues.
"""

import typer
from typer._click import HelpFormatter
from typer._click.exceptions import UsageError
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from rebond.errors import MistypedCommand, UnexpectedWords, UnknownCommand
from rebond.sentences import N_, Verbatim
from rebond.wording.voice import Voice

USAGE, ARGUMENTS, OPTIONS, COMMANDS = N_("Usage:"), N_("What to give:"), N_("Options:"), N_("Commands:")
COMMAND, OPTION = N_("COMMAND"), N_("OPTION")
THIS_HELP = N_("Show this help.")
BY_DEFAULT = N_("By default: %(value)s.")


class SpokenCommand(TyperCommand):
    """A verb: its help and its refusals speak the language of the voice found in the context."""

    def format_help(self, ctx: typer.Context, formatter: HelpFormatter) -> None:  # type: ignore[override]
        _write_help(self, ctx, formatter)

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Raises UnexpectedWords for what no argument takes, instead of Typer's English."""
        ctx.allow_extra_args = True
        try:
            left = super().parse_args(ctx, args)
        except UsageError as refused:
            refused.ctx = refused.ctx or ctx  # Typer forgets it for an option without its value
            raise
        if left:
            raise UnexpectedWords(words=Verbatim(" ".join(left)), help=_help_of(ctx))
        return left


class SpokenGroup(TyperGroup):
    """The whole command, with its verbs."""

    def format_help(self, ctx: typer.Context, formatter: HelpFormatter) -> None:  # type: ignore[override]
        _write_help(self, ctx, formatter)

    def resolve_command(self, ctx: typer.Context, args: list[str]):  # type: ignore[no-untyped-def, override]
        """Raises UnknownCommand, or MistypedCommand when a verb is spelt nearly so."""
        if self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            nearest = get_close_matches(args[0], self.commands, n=1)
            if nearest:
                raise MistypedCommand(word=Verbatim(args[0]), nearest=Verbatim(nearest[0]))
            raise UnknownCommand(word=Verbatim(args[0]), help=_help_of(ctx))
        return super().resolve_command(ctx, args)


def _help_of(ctx: typer.Context) -> Verbatim:
    return Verbatim(f"{ctx.command_path} --help")


def _write_help(command: TyperCommand | TyperGroup, ctx: typer.Context, sheet: HelpFormatter) -> None:
    voice: Voice = ctx.obj
    shown = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in shown if isinstance(p, TyperArgument)]
    options = [p for p in shown if isinstance(p, TyperOption)]
    verbs = command.commands if isinstance(command, TyperGroup) else {}

    sheet.write_usage(ctx.command_path, _usage(voice, arguments, bool(verbs)), prefix=voice.say(USAGE) + " ")
    sheet.write_paragraph()
    sheet.write_text(command.help or "")
    for title, rows in (
        (COMMANDS, [(name, verb.help or "") for name, verb in verbs.items() if not verb.hidden]),
        (ARGUMENTS, [(_name(a), a.help or "") for a in arguments]),
        (OPTIONS, [(_written(o), _explained(o, voice)) for o in options]),
    ):
        if rows:
            sheet.write_paragraph()
            sheet.write(voice.say(title) + "\n")  # its own colon: French puts a space before it
            with sheet.indentation():
                sheet.write_dl(rows)
    if command.epilog:
        sheet.write_paragraph()
        sheet.write_text(command.epilog)


def _usage(voice: Voice, arguments: list[TyperArgument], has_verbs: bool) -> str:
    pieces = [voice.say(COMMAND)] if has_verbs else []
    pieces += [_name(a) if a.required else f"[{_name(a)}]" for a in arguments]
    return " ".join([*pieces, f"[{voice.say(OPTION)}…]"])


def _name(argument: TyperArgument) -> str:
    return argument.metavar or argument.name.upper()


def _written(option: TyperOption) -> str:
    names = " / ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


def _explained(option: TyperOption, voice: Voice) -> str:
    if "--help" in option.opts:
        return voice.say(THIS_HELP)
    told = option.help or ""
    if option.show_default and option.default not in (None, (), []) and not option.is_flag:
        told = f"{told} {voice.say(BY_DEFAULT, value=Verbatim(str(option.default)))}"
    return told
