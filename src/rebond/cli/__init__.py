"""The command. One file per verb; heavy libraries are imported only once a verb runs.

`rebond --help` answers at once: nothing here imports the analysis, the store or the documents.
"""

import os
import sys
from collections.abc import Mapping, Sequence

INTERRUPTED = 130  # what shells expect of a command stopped with Ctrl-C
UNWRITTEN = 11  # errors.OutputNotWritten, without its import


def main() -> None:
    """Entry point. Exits with the documented number of what happened (docs/{en,fr}/errors.md)."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        print("Rebond needs Python 3.11 to 3.14. / Rebond demande Python 3.11 a 3.14.", file=sys.stderr)
        raise SystemExit(10)
    try:
        from rebond.cli._terminal import let_go_of, never_fail_on_a_letter

        never_fail_on_a_letter(sys.stdout, sys.stderr)
        ended = run(sys.argv[1:], os.environ)
        if not let_go_of(sys.stdout):
            ended = ended or UNWRITTEN
    except KeyboardInterrupt:  # before there is a voice to say so
        ended = INTERRUPTED
    raise SystemExit(ended)


def run(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Do what was typed after `rebond` and give its exit number."""
    from rebond.cli._app import build, interface_voice
    from rebond.cli._misuse import spoken
    from rebond.cli._talk import Talk
    from rebond.errors import RebondError

    debug = "--debug" in words
    voice = interface_voice(environment)
    try:
        ended = build(voice)([w for w in words if w != "--debug"], prog_name="rebond", standalone_mode=False)
    except KeyboardInterrupt:
        ended = INTERRUPTED
    except Exception as raised:
        error = raised if isinstance(raised, RebondError) else spoken(raised)
        if debug and error.exit_code != 2:
            raise
        cause = type(raised).__name__ if type(error) is RebondError else None
        Talk(voice).fail(error, cause)
        return error.exit_code
    if ended == INTERRUPTED:
        Talk(voice).stopped()
    return ended or 0
