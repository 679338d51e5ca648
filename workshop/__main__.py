"""`python -m workshop VERB ...`: finds the verb, runs it, and turns what goes wrong into one line.

Exit codes: 0 success, 1 the verb's own "no" (a failing check, a failing test), 2 bad usage or bad input,
130 interrupted.
"""

import argparse
import difflib
import errno
import importlib
import signal
import sys

from workshop.errors import BadInput
from workshop.verbs import SUMMARIES, console

USAGE = "python3 start.py"


class Parser(argparse.ArgumentParser):
    """argparse with our manners: an error is one line that names the verb and where its help is."""

    def error(self, message):
        raise BadInput(f"{message}. `{self.prog} --help` shows how.")


def main(words):
    """Run one verb. words: list of str, as typed.  Returns the exit code."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview())
        return 0
    verb, rest = words[0], words[1:]
    try:
        hear_ctrl_c()
        if verb not in SUMMARIES:
            raise BadInput(unknown_verb(verb))
        module = importlib.import_module(f"workshop.verbs.{verb}")
        code = module.main(parse(module, verb, rest)) or 0
        sys.stdout.flush()
        return code
    except BadInput as error:
        print(f"{verb}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\n{verb}: interrupted.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        console.hush()  # the reader (`| head`) has left
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(f"{verb}: the disk is full. Make room and run it again.", file=sys.stderr)
        console.hush()  # what could not be written waits to be tried once more at exit
        return 2


def hear_ctrl_c():
    """start.py holds Ctrl-C back while Python starts; one that was pressed meanwhile comes now."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def parse(module, verb, words):
    """The verb's arguments. A verb module has EXAMPLES (list of str) and arguments(parser).

    One with PASSES_ON = True gets what it does not know itself as `args.rest` (list of str).
    """
    parser = Parser(
        prog=f"{USAGE} {verb}",
        description=module.__doc__,
        epilog="examples:\n" + "\n".join(f"  {USAGE} {example}" for example in module.EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.arguments(parser)
    if getattr(module, "PASSES_ON", False):
        args, args.rest = parser.parse_known_args(words)
        return args
    return parser.parse_args(words)


def overview():
    """The page that `--help` prints: every verb in a line."""
    width = max(map(len, SUMMARIES))
    lines = [f"usage: {USAGE} [VERB ...]      (no verb: lab)", ""]
    lines += [f"  {verb:{width}}  {summary}" for verb, summary in SUMMARIES.items()]
    lines += ["", f"`{USAGE} VERB --help` shows a verb's options with examples."]
    return "\n".join(lines)


def unknown_verb(verb):
    """One line: there is no such verb, and which one may have been meant."""
    near = difflib.get_close_matches(verb, SUMMARIES, n=1)
    guess = f' Did you mean "{near[0]}"?' if near else ""
    return f"there is no such verb.{guess} `{USAGE} --help` lists them all."


if __name__ == "__main__":
    code = main(sys.argv[1:] or ["lab"])
    # All is said: one more Ctrl-C shall not make a traceback of the way out.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)
