"""The score on the shared papers: the promise that reading stands by."""

import json
import subprocess
import sys

import pytest

from tests.shared import SHARED

#: kinds asked for: search warrants, 2703(d), grand jury; and a paper that is no request
ASKED = ("01", "03", "04", "05", "19", "20")


@pytest.mark.shared
def test_the_shared_papers_are_read_well(tmp_path):
    assert SHARED is not None
    for path in (SHARED / "orders").iterdir():
        if path.name.startswith(ASKED):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    out = tmp_path / "score.json"
    subprocess.run(
        [
            sys.executable,
            str(SHARED / "tools" / "score_read.py"),
            *(
                "--orders",
                str(tmp_path),
                "--cmd",
                f"{sys.executable} -m lerdesk",
                "--json",
                str(out),
            ),
        ],
        check=True,
        capture_output=True,
    )
    score = json.loads(out.read_text())
    assert score["score"]["layer"] >= 0.85
    assert score["evidence"] >= 0.95
    assert score["false_alarms"] == 0


@pytest.mark.shared
def test_real_papers_that_are_no_request_give_no_process():
    from lerdesk.documents.reader import Reader

    assert SHARED is not None
    for path in sorted((SHARED / "real").glob("*.pdf")):
        facts = Reader().read_path(path).facts
        assert not [fact for fact in facts if fact.field == "process_type"], path.name
