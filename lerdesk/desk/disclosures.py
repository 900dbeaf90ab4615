"""Record a disclosure with its manifest."""

from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.assessment import assess
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.desk.standing import production_of
from lerdesk.domain.disclosure import ProducedFile, obstacles


def describe(path: Path, demand_number: int) -> ProducedFile:
    """Name, size and SHA-256 of a file; the file itself is not taken in.

    Raises:
        UserFacingError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
            size = file.seek(0, 2)
    except OSError as error:
        raise UserFacingError(
            f"{clean(path.name, limit=120)} cannot be read: {error.strerror}.",
            "Nothing was recorded.",
            "Choose a file that can be read.",
        ) from error
    return ProducedFile(clean(path.name, limit=200), size, digest, demand_number)


def record(
    desk: Desk,
    request_id: int,
    *,
    recipient: str,
    means: str,
    files: tuple[ProducedFile, ...],
    at: datetime | None = None,
) -> None:
    """Record what was given.

    Args:
        desk: the desk.
        request_id: the request.
        recipient: to whom.
        means: how: portal, encrypted medium, post.
        files: the manifest.
        at: when it went; now, where nothing else is said.

    Raises:
        Refused: not valid and binding; content before the notice's waiting period passed; a file that belongs
            to no item decided "produce" or "narrow"; each with its reason.
    """
    from lerdesk.store import disclosures

    with acting(desk, request_id, "disclose") as act:
        moment = at or act.now
        if moment > act.now:
            raise Refused("A disclosure is recorded once it was made.", "Nothing was recorded.")
        standing = act.case.determination
        if standing is not None and moment < standing.at:
            raise Refused(
                "It cannot have gone before the determination was recorded.",
                "Nothing was recorded.",
                "Mend the moment.",
            )
        found = assess(desk, act.case, moment)
        numbers = frozenset(file.demand_number for file in files)
        for obstacle in obstacles(production_of(found), act.case.local_day(moment), numbers):
            raise Refused(obstacle.words, "Nothing was recorded.")
        for blocking in found.waiting_approvals:
            raise Refused(blocking, "Nothing was recorded.")
        if not files:
            raise Refused("The manifest is empty.", "Nothing was recorded.", "Add its files.")
        if not recipient.strip():
            raise Refused("A disclosure has a recipient.", "Nothing was recorded.", "Say to whom.")
        row = disclosures.add(
            act.unit,
            request_id=request_id,
            at=moment,
            recipient=clean(recipient, limit=400),
            means=clean(means, limit=200),
            files=files,
            by=act.actor.name,
        )
        count = "1 file" if len(files) == 1 else f"{len(files)} files"
        act.words = f"Disclosed {count} to {row.recipient}"
        act.details = {
            "disclosure": row.id,
            "at": moment.isoformat(),
            "files": [[f.name, f.size, f.sha256, f.demand_number] for f in files],
        }
