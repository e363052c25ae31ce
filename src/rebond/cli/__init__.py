"""The command. One file per verb; heavy libraries are imported only once a verb runs.

`rebond --help` answers at once: nothing here imports the analysis, the store or the documents.
"""

import os
import sys

from rebond.errors import RebondError


def main() -> None:
    """Entry point. Exits with the documented number of what happened (docs/{en,fr}/errors.md)."""
    from rebond.cli._app import build, interface_voice

    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        print("Rebond needs Python 3.11 to 3.14. / Rebond demande Python 3.11 à 3.14.", file=sys.stderr)
        raise SystemExit(10)
    debug = "--debug" in sys.argv
    voice = interface_voice(os.environ)
    try:
        raise SystemExit(build(voice)([a for a in sys.argv[1:] if a != "--debug"], standalone_mode=True) or 0)
    except RebondError as error:
        if debug:
            raise
        _say_error(error, voice)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except (SystemExit, BrokenPipeError):
        raise
    except Exception as unexpected:
        if debug:
            raise
        _say_error(RebondError(), voice)
        print(f"({type(unexpected).__name__})", file=sys.stderr)
        raise SystemExit(RebondError.exit_code) from None


def _say_error(error: RebondError, voice) -> None:  # type: ignore[no-untyped-def]
    print(f"{voice.text(error.told())}\n{voice.text(error.mended())}  [{error.code}]", file=sys.stderr)
