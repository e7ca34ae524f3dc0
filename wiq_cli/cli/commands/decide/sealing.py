"""What ``wiq decide verify`` does with the outside: the network and its anchors, git, keys, and what others kept."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiq_cli.cli.checking import collect
from wiq_cli.cli.commands.decide import private, store
from wiq_cli.cli.console import is_terminal, note, out
from wiq_cli.cli.network import open_network, today
from wiq_cli.domain.anker import ordered
from wiq_cli.domain.errors import ExitCode, NothingToDo, PublicationRefused, Refused, Unreadable, WrongCall
from wiq_cli.files import anchors
from wiq_cli.files.disk import decode, read_bytes, write_atomic
from wiq_cli.usecases import decide_verify
from wiq_cli.usecases.check import Selection

if TYPE_CHECKING:
    from wiq_cli.domain.anker import Anker
    from wiq_cli.domain.rahmen import Netz
    from wiq_cli.files.netz import Netzordner
    from wiq_cli.usecases.decide_verify import Zeile

HASH = re.compile(r"[0-9a-f]{12,64}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
RECOUNT = ("WIQ40", "WIQ410")


def look(ordner: Netzordner) -> tuple[Netz, list[Zeile]]:
    """Read the network and look at every decision. Raises ``Unreadable`` for an anchor that cannot be read."""
    selection = Selection(lambda file: file.startswith("beschluesse/"), select=RECOUNT)
    collected = collect(ordner, [], selection)
    for one in anchors.anchors(ordner):
        if isinstance(one, Unreadable):
            raise one
    report, netz = collected.report(ordner.read_again, selection), collected.netz()
    return netz, decide_verify.review(netz, report.findings, anchors.earlier_seals(ordner.root))


def show(ordner: Netzordner, names: set[str], signers: Path | None, fmt: str) -> int:
    """Say how it stands: about these decisions, or about all and the anchors."""
    from wiq_cli.report.seals import lines_of, summary  # noqa: PLC0415  # start-up

    netz, lines = look(ordner)
    lines = [one for one in lines if not names or one.id in names]
    broken = [] if names else decide_verify.faults(netz.anker, netz)
    unsigned = _unsigned(ordner, netz, signers) if signers else []
    if fmt == "json":
        store.print_json(decide_verify.document(lines, netz.anker, broken, [one.file for one in unsigned]))
    else:
        out(lines_of(lines, broken, everything=bool(names) or not is_terminal(sys.stdout)))
    for line in summary(lines, netz.anker, broken, unsigned, signed=signers is not None):
        note(line)
    bad = broken or unsigned or any(one.bad for one in lines)
    return ExitCode.FINDINGS if bad else ExitCode.FINE


# -- anchors ----------------------------------------------------------------------------------------------------------
def write_anchors(ordner: Netzordner, *, dry_run: bool) -> None:
    """Write the anchor of this month, and again those before it that a merge has changed."""
    netz, lines = look(ordner)
    month = f"{today(ordner.netzwerk.zeitzone):%Y-%m}"
    written = decide_verify.anchors_to_write(netz, lines, anchors.earlier_anchors(ordner.root), month)
    for one in written:
        if dry_run:
            out(one.text)
        else:
            write_atomic(ordner.root / one.file, one.text)
            note(f"Geschrieben: {one.file}. Kurz-Hash: {one.short}")
            if anchors.signature_path(ordner, one).exists():
                note("Die Unterschrift dazu passt jetzt nicht mehr. Unterschreib neu: wiq decide verify --sign …")
    if not written:
        note("Seit dem letzten Anker ist kein Siegel dazugekommen.")


def sign_newest(ordner: Netzordner, key: Path) -> None:
    """Sign the newest anchor."""
    newest = max(_present(ordner), key=lambda one: one.monat, default=None)
    if newest is None:
        raise NothingToDo("Es gibt noch keinen Anker. Schreib einen: wiq decide verify --anchor")
    path = anchors.signature_path(ordner, newest)
    write_atomic(path, anchors.sign(newest, key))
    note(f"Unterschrieben: {ordner.name_of(path)}")


def prove_since(ordner: Netzordner, given: str) -> int:
    """Prove that nothing which an anchor or one before it knows was altered or dropped."""
    netz, lines = look(ordner)
    kept = _kept(ordner, netz, given)
    if kept is None:
        raise Refused(
            "Diesen Anker gibt es hier nicht. Entweder ist er falsch abgeschrieben, oder ein Anker wurde verändert oder gelöscht."
        )
    chain = decide_verify.chain_to(kept, netz.anker)
    known = {name for one in chain for name, _ in one.siegel}
    bad = [one for one in lines if one.id in known and one.bad]
    broken = [one for one in decide_verify.faults(chain, netz) if one.beschluss not in {line.id for line in bad}]
    from wiq_cli.report.seals import lines_of  # noqa: PLC0415  # start-up

    out(lines_of(bad, broken, everything=True))
    if bad or broken:
        return ExitCode.FINDINGS
    what = "Der eine Beschluss ist" if len(known) == 1 else f"Alle {len(known)} Beschlüsse sind"
    note(f"{what} noch da und unverändert, bis zum Anker {kept.monat} ({kept.short}).")
    return ExitCode.FINE


def _kept(ordner: Netzordner, netz: Netz, given: str) -> Anker | None:
    """Give the anchor that somebody names: by its month, by its short hash, or by a copy of the file."""
    wanted = re.sub(r"[\s–-]", "", given.lower()) if not MONTH.fullmatch(given) else given
    if MONTH.fullmatch(wanted) or HASH.fullmatch(wanted):
        return decide_verify.find(wanted, netz.anker) or decide_verify.find(
            wanted, anchors.earlier_anchors(ordner.root)
        )
    path = Path(given)
    if not path.is_file():
        raise WrongCall("--since: Nenn einen Monat (2026-09), einen Kurz-Hash oder eine Anker-Datei.")
    copy = anchors.read_copy(path)
    if copy is None or not copy.siegel or copy.unlesbar or copy.gemischt:
        raise WrongCall("--since: Diese Datei ist kein Anker.")
    return copy


def _present(ordner: Netzordner) -> list[Anker]:
    found = []
    for one in anchors.anchors(ordner):
        if isinstance(one, Unreadable):
            raise one
        found.append(one)
    return found


def _unsigned(ordner: Netzordner, netz: Netz, signers: Path) -> list[Anker]:
    """Give the anchors whose signature does not hold, and the newest if it has none."""
    wrong = []
    for one in ordered(netz.anker):
        path = anchors.signature_path(ordner, one)
        needed = path.exists() or one.monat == max(other.monat for other in netz.anker)
        if needed and not (path.exists() and anchors.is_signed(one, path, signers)):
            wrong.append(one)
    return wrong


# -- for the public ---------------------------------------------------------------------------------------------------
def export(ordner: Netzordner, name: str) -> int:
    """Give out the public part of a decision with its seal; refuses what is not for everybody."""
    from wiq_cli.domain.siegel import check, public_document  # noqa: PLC0415  # start-up
    from wiq_cli.domain.source import scalars_of  # noqa: PLC0415  # start-up

    _, _, beschluss = store.read(ordner, name)
    if beschluss.sichtbarkeit.stufe != "oeffentlich":
        raise PublicationRefused("Dieser Beschluss ist nicht öffentlich. Es wurde nichts ausgegeben.")
    result = check(beschluss)
    if result is None or not result.stimmt:
        raise Refused("Dieser Beschluss hat kein gültiges Siegel. Mehr sagt: wiq decide verify")
    document = public_document(beschluss)
    texts = [("diesem Beschluss", text) for _, text in scalars_of(document["beschluss"])]
    private.refuse(ordner, texts, private.teams_of(beschluss))
    store.print_json(document)
    return ExitCode.FINE


def check_public(path: Path) -> int:
    """Check what somebody published against its own seal, and against the record where there is one."""
    from wiq_cli.domain.siegel import check_public as holds  # noqa: PLC0415  # start-up

    try:
        document = json.loads(decode(read_bytes(path, path.name), path.name))
        genuine = holds(document)
    except (ValueError, RecursionError):
        raise NothingToDo(f"{path.name} ist kein öffentlicher Beschluss von wiq.") from None
    if not genuine:
        note("Das Siegel passt nicht. Der Beschluss wurde nach dem Versiegeln verändert.")
        return ExitCode.FINDINGS
    recorded = _recorded(document)
    if recorded not in {None, document["siegel"]["sha256"]}:
        note("Das Siegel passt zum Text. Das Netzwerk hat diesen Beschluss aber mit einem anderen Siegel.")
        return ExitCode.FINDINGS
    note("Das Siegel passt." + (" Das Netzwerk hat denselben Beschluss." if recorded else ""))
    out(str(document["siegel"]["sha256"]))
    return ExitCode.FINE


def _recorded(document: Any) -> str | None:
    """Give the seal that the network around this folder has for the same decision; None where nobody knows."""
    try:
        ordner = open_network()
        wanted = str(document["beschluss"].get("id"))
        paths = {path.stem: path for path in ordner.beschluss_paths()}
        if wanted not in paths:
            return None
        _, _, beschluss = store.read(ordner, wanted)
    except NothingToDo:
        return None
    return beschluss.siegel.sha256 if beschluss.siegel else None
