"""Findings as JUnit XML: a suite a file, a case a finding; a run without findings has one case that passes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from wiq_cli.domain.finding import Finding, Level
from wiq_cli.report.findings_text import WORDS, place
from wiq_cli.report.safe import safe

if TYPE_CHECKING:
    from wiq_cli.usecases.check import Report


def document(report: Report) -> str:
    """Write the whole report as one XML document. Only errors count as failures."""
    top = ET.Element("testsuites", name="wiq check")
    for file, found in groupby(report.findings, key=lambda one: one.file):
        _suite(top, file, list(found))
    if not report.findings:
        suite = ET.SubElement(top, "testsuite", name="wiq", tests="1", failures="0")
        ET.SubElement(suite, "testcase", name="alles in Ordnung", classname="wiq")
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode") + "\n"


def _suite(top: ET.Element, file: str, found: list[Finding]) -> None:
    failures = sum(one.level is Level.ERROR for one in found)
    suite = ET.SubElement(top, "testsuite", name=safe(file), tests=str(len(found)), failures=str(failures))
    for one in found:
        case = ET.SubElement(
            suite, "testcase", name=one.rule, classname=safe(file), file=safe(file), line=str(one.span.line)
        )
        text = f"{place(one)}: {WORDS[one.level]} {one.rule}: {safe(one.message)} {safe(one.help)}".rstrip()
        if one.level is Level.ERROR:
            ET.SubElement(case, "failure", message=safe(one.message), type=one.rule).text = text
        else:
            ET.SubElement(case, "system-out").text = text
