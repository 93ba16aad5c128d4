"""SVG as Vega writes it, made fit for a page: words, tooltips, classes for colours, nothing more."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree
from markupsafe import Markup

CLASSES: Final = {"#1a2027": "ink", "#eceff2": "empty", "#d4dae0": "line"}
"""Colours that become classes as well (`fill-ink`, `stroke-line`), for the page's style to change."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_LONG = re.compile(r"-?(?<!\d)\d++\.\d{3,}")
_SUPERFLUOUS = ("role", "aria-label", "aria-roledescription", "aria-hidden", "class", "pointer-events")


def inline(svg: str, chart_id: str, title: str, description: str) -> Markup:
    """The drawing as one image with a name and a description; `description` of a mark becomes its tooltip."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(svg.encode("utf-8"), parser)
    for element in list(root.iter(etree.Element)):
        _tidy(element)
    for element in list(root.iter(f"{_SVG}g")):
        _drop_if_hollow(element)
    for name in ("width", "height"):  # the view box says it, and the page sets the size
        del root.attrib[name]
    root.set("class", "chart")
    root.set("role", "img")
    root.set("aria-labelledby", f"{chart_id}-t {chart_id}-d")
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = etree.Element(f"{_SVG}{tag}", {"id": f"{chart_id}-{tag[0]}"})
        element.text = words
        root.insert(place, element)
    etree.cleanup_namespaces(root)
    # the namespace is known to an HTML parser
    return Markup(
        etree.tostring(root, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    )


def _tidy(element: etree._Element) -> None:
    """Turns a mark's description into its tooltip, colours into classes; rounds coordinates."""
    tip = element.get("aria-label") if element.get("role") == "graphics-symbol" else None
    if tip and "axis" not in element.get("aria-roledescription", ""):
        etree.SubElement(element, f"{_SVG}title").text = tip
    for name in _SUPERFLUOUS:
        if name in element.attrib:
            del element.attrib[name]
    for name in ("d", "transform"):
        if name in element.attrib:
            element.set(name, _LONG.sub(lambda number: f"{float(number[0]):.2f}", element.get(name, "")))
    names = [f"{how}-{CLASSES[c]}" for how in ("fill", "stroke") if (c := element.get(how, "")) in CLASSES]
    if names:
        element.set("class", " ".join(names))


def _drop_if_hollow(element: etree._Element) -> None:
    """Vega's frames and fore- and backgrounds draw nothing here."""
    for child in list(element):
        if child.tag == f"{_SVG}path" and (child.get("d") in ("", "M0,0h0v0h0Z") or not _is_painted(child)):
            element.remove(child)


def _is_painted(path: etree._Element) -> bool:
    return bool(path.get("fill") or path.get("stroke"))
