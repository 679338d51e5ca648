"""The progress board: what stands where in the three notebooks, as text and as HTML that follows by itself."""

from html import escape

from workshop.course import adoption, answers, catalogue, desk, record

TITLES = {"1": "Reinforcement learning", "2": "Neural networks", "3": "A DQN that plays Atari"}
# state: (sign, word, colours); signs and words say it too, so nothing hangs on the colour
STATES = {
    "passed": ("✓", "passed", "background: #c8e6c9; color: #222"),
    "failed": ("✗", "check failed", "background: #ffccbc; color: #222"),
    "adopted": ("↪", "reference in use", "background: #bbdefb; color: #222"),
    "written": ("✎", "written, not checked", "background: #fff3c4; color: #222"),
    "open": ("", "not written", ""),
}
DISPLAY = "workshop-progress"
_shown = None


def states():
    """{id: key of STATES} of all exercises, as it is now."""
    facts, written, in_use = record.read(), set(answers.answered()), set(adoption.adopted())
    found = {}
    for id in catalogue.exercises():
        own = facts.get(id, {})
        if id in in_use or own.get("adopted"):
            found[id] = "adopted"
        elif own.get("check") and id in written:
            found[id] = own["check"]
        else:
            found[id] = "written" if id in written else "open"
    return found


def show():
    """Show the board here; from now on it follows what happens."""
    global _shown
    if desk.kernel() is None:
        print(text(states()))
        return
    from IPython.display import display

    _shown = states()
    display(_content(_shown), raw=True, display_id=DISPLAY)


def refresh():
    """Bring the boards on the screen up to date, if there are any and something changed."""
    global _shown
    if _shown is None:
        return
    now = states()
    if now != _shown:
        from IPython.display import update_display

        _shown = now
        update_display(_content(now), raw=True, display_id=DISPLAY)


def _content(now):
    return {"text/plain": text(now), "text/html": html(now)}


def summary(now):
    """As in "5 of 14 core and 2 of 19 stretch exercises passed"."""
    counts = {}
    for core, word in ((True, "core"), (False, "stretch")):
        ids = [id for id, listed in catalogue.exercises().items() if listed.core is core]
        counts[word] = f"{sum(now[id] == 'passed' for id in ids)} of {len(ids)} {word}"
    return " and ".join(counts.values()) + " exercises passed"


def text(now):
    """The board in plain lines, one a notebook."""
    lines = [summary(now)]
    for number, title in TITLES.items():
        lines.append(f"{number} {title}")
        lines += [
            f"    {listed.id:5} {listed.title:45} {STATES[now[listed.id]][1]}" + (" (core)" if listed.core else "")
            for listed in catalogue.pick([number])
        ]
    return "\n".join(lines)


def html(now):
    """The board as a row of squares a notebook; core exercises have a solid frame, stretch ones a dashed frame."""
    squares = {number: "".join(_square(listed, now) for listed in catalogue.pick([number])) for number in TITLES}
    rows = "".join(f"<div>{number} · {title}</div><div>{squares[number]}</div>" for number, title in TITLES.items())
    apart = '<span style="margin-right: 1.5em">'
    legend = "".join(f"{apart}{sign} {word}</span>" for sign, word, _ in STATES.values() if sign)
    grid = "display: grid; grid-template-columns: max-content auto; align-items: center; gap: 6px 1.5em; margin: 8px 0"
    return (
        f'<div style="padding: 4px 0"><b>{summary(now)}</b>'
        f'<div style="{grid}">{rows}</div>'
        f'<div style="font-size: 85%">{legend}solid frame: core, dashed: stretch</div></div>'
    )


def _square(listed, now):
    sign, word, colour = STATES[now[listed.id]]
    kind, frame = ("core", "2px solid") if listed.core else ("stretch", "1px dashed")
    style = (
        "display: inline-block; box-sizing: border-box; width: 3.6em; margin: 1px; padding: 2px 0; font-size: 90%; "
        f"border: {frame} #607d8b; border-radius: 4px; text-align: center; {colour}"
    )
    hover = escape(f"{listed.title} · {listed.minutes} min · {kind} · {word}", quote=True)
    return f'<span title="{hover}" style="{style}">{listed.id} {sign}</span>'
