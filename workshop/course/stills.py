"""Widgets on paper: what a saved notebook remembers of them, drawn as plain HTML that no longer moves."""

import html

MIME = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def saved(notebook):
    """{model id: (its model's name, its state, {path: base64 of a buffer})} of an executed notebook."""
    found = notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
    return {
        id: (
            model["model_name"],
            model["state"],
            {".".join(map(str, buffer["path"])): buffer["data"] for buffer in model.get("buffers", [])},
        )
        for id, model in found.items()
    }


def still(id, widgets):
    """The widget of that model id as HTML: pictures, words and where its buttons and sliders stand."""
    name, state, buffers = widgets.get(id, ("", {}, {}))
    children = [still(child.removeprefix("IPY_MODEL_"), widgets) for child in state.get("children", [])]
    if name in ("HBoxModel", "VBoxModel", "BoxModel", "GridBoxModel"):
        return f'<div class="{"row" if name == "HBoxModel" else "column"}">{"".join(children)}</div>'
    if children:
        return "".join(children)
    draw = DRAWN.get(name)
    return draw(state, buffers) if draw else _control(state)


def _image(state, buffers):
    source = f"data:image/{state.get('format', 'png')};base64,{buffers.get('value', '')}"
    return f'<img class="pixels" src="{source}" alt="{html.escape(state.get("tooltip") or "")}">' if buffers else ""


def _button(state, buffers):
    icon = {"play": "▶", "stop": "■", "pause": "❚❚", "step-forward": "▶❚", "undo": "↶", "refresh": "↻"}
    words = " ".join(filter(None, [icon.get(state.get("icon") or "", ""), html.escape(state.get("description") or "")]))
    return f'<span class="button">{words}</span>'


def _output_area(state, buffers):
    # Only what was printed: pictures in an output area are rare, and have an Image of their own with us.
    texts = [output.get("text", "") for output in state.get("outputs", [])]
    return f"<pre>{html.escape(''.join(texts))}</pre>" if any(texts) else ""


def _control(state):
    """A slider, a checkbox, a choice: its name and what it stands at."""
    value = state.get("value")
    if isinstance(value, bool) or value is None:
        value = {True: "yes", False: "no"}.get(value, state.get("_options_labels", [""])[state.get("index") or 0])
    shown = f"{value:g}" if isinstance(value, float) else value
    words = f"{state.get('description') or ''} {shown}"
    return f'<span class="control">{html.escape(words)}</span>' if words.strip() else ""


def _bar(state, buffers):
    least, most = state.get("min", 0), state.get("max", 100)
    return f'<progress value="{state.get("value", 0) - least:g}" max="{most - least:g}"></progress>'


DRAWN = {
    "ImageModel": _image,
    "FloatProgressModel": _bar,
    "IntProgressModel": _bar,
    "ButtonModel": _button,
    "ToggleButtonModel": _button,
    "OutputModel": _output_area,
    "HTMLModel": lambda state, buffers: f"<div>{state.get('value', '')}</div>",
    "HTMLMathModel": lambda state, buffers: f"<div>{state.get('value', '')}</div>",
    "LabelModel": lambda state, buffers: f"<span>{html.escape(state.get('value', ''))}</span>",
}
