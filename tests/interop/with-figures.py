"""Figures: each is XML that a drawing program opens alone, with its words inside, and shows nothing that is not in it."""

import re
import xml.etree.ElementTree as ElementTree

from release import RELEASE, check

SVG = "{http://www.w3.org/2000/svg}"


def faults(path):
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    if root.tag != f"{SVG}svg" or not all(float(root.get(side, 0)) > 0 for side in ("width", "height")):
        yield "it is no SVG with a size"
    for part in ("title", "desc"):
        if not (root.findtext(f"{SVG}{part}") or "").strip():
            yield f"it has no {part}"
    if RELEASE_LINE not in "".join(root.itertext()):
        yield f"it does not say which release it shows: {RELEASE_LINE}"
    used = re.findall(r"""(?:href=|url\()["']?([^"')]+)""", text)
    yield from (f"it leads out of the file: {target}" for target in used if not target.startswith("#"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    yield from (f"it uses {target}, which is not there" for target in used if target.removeprefix("#") not in ids)
    if len(ids) != len(set(ids)):
        yield "an id is there twice"
    if re.search("<script|<image|<foreignObject|undefined|NaN", text):
        yield "it has something other than shapes and words"


VERSION = re.search(r'"version": "([^"]+)"', (RELEASE / "datapackage.json").read_text("utf-8"))[1]
RELEASE_LINE = f"jnim-data {VERSION}"
FIGURES = sorted((RELEASE / "figures").glob("*.svg"))
check("SVG: the number of figures, each for light and for dark pages", [] if FIGURES and len(FIGURES) % 2 == 0 else [f"{len(FIGURES)} files"])
for figure in FIGURES:
    check(f"SVG: {figure.name}", list(faults(figure)))
