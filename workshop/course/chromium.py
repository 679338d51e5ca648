"""Chromium, Chrome or Edge without a window, where one is installed: prints a deck, or looks it through."""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop.errors import BadInput

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
ELSEWHERE = {
    "darwin": ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    "win32": [
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
}
MINUTES_AT_MOST = 3


def find():
    """The browser's path, or None."""
    installed = [shutil.which(name) for name in NAMES]
    elsewhere = [path for path in ELSEWHERE.get(sys.platform, []) if Path(path).exists()]
    return next(filter(None, [*installed, *elsewhere]), None)


def print_pdf(page, pdf):
    """Write a deck as PDF. page, pdf: Paths.  Raises BadInput where there is no browser, or it fails."""
    pdf.unlink(missing_ok=True)  # an earlier one would pass for this one
    _run(f"{page.resolve().as_uri()}?view=print", "--no-pdf-header-footer", f"--print-to-pdf={pdf.resolve()}")
    if not pdf.exists():
        raise BadInput(f"the browser wrote no {pdf}; open {page} in it and print from there.")


def look_through(page):
    """Walk through a deck. Returns {"slides": [{"cells", "zoom", "overflows"}], "troubles": [str]}.

    troubles: whatever the page wanted to fetch, and every error in its console.
    """
    seen = _run(f"{page.resolve().as_uri()}?check", "--dump-dom")
    report = re.search(r'<pre id="report">(.*?)</pre>', seen, re.DOTALL)
    if not report:
        raise BadInput(f"{page} did not start in the browser.")
    return json.loads(html.unescape(report[1]))


def _run(address, *options):
    browser = find()
    if browser is None:
        raise BadInput("this needs Chromium, Chrome or Edge, and none is installed; the HTML slides do without.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, "--headless=new", "--disable-gpu", "--no-sandbox", f"--user-data-dir={profile}"]
        command += ["--window-size=1280,720", "--virtual-time-budget=30000", *options, address]
        try:
            return subprocess.run(command, capture_output=True, text=True, timeout=60 * MINUTES_AT_MOST).stdout
        except subprocess.TimeoutExpired as error:
            raise BadInput(f"{Path(browser).name} gave no answer in {MINUTES_AT_MOST} minutes; try again.") from error
