import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from exports.errors import JobFailed
from exports.worker import Worker
from tests.exports import sessions
from tests.exports.wordfile import headings, opened


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    made.start()
    yield made
    made.stop()


def test_a_report_is_made_in_a_process_of_its_own(worker: Worker) -> None:
    found = worker.report(sessions.empty("en"), sessions.MOMENT).result(timeout=60)
    assert (1, "Summary") in headings(opened(found))


def test_the_worker_comes_back_after_its_process_was_killed(worker: Worker) -> None:
    worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    assert worker._process is not None
    worker._process.kill()
    assert worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)


def test_a_report_that_cannot_be_made_says_why_and_the_next_one_is_made(worker: Worker) -> None:
    session = sessions.empty()
    unknown = replace(session, workshop=replace(session.workshop, language="fy"))  # type: ignore[arg-type]
    with pytest.raises(JobFailed, match="fy"):
        worker.report(unknown, sessions.MOMENT).result(timeout=60)
    assert worker.report(session, sessions.MOMENT).result(timeout=60)


def test_a_worker_that_ends_again_and_again_is_not_asked_for_ever() -> None:
    broken = Worker(program="this")
    with pytest.raises(JobFailed, match="twice"):
        broken.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    broken.stop()


def test_a_process_that_hangs_is_killed_and_the_reason_is_told() -> None:
    hanging = Worker(program="tests.exports.hanging", patience=0.2)
    with pytest.raises(JobFailed, match="longer"):
        hanging.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    assert hanging._process is None
    hanging.stop()


def test_after_a_process_that_hung_the_next_report_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUNG_ONCE", str(tmp_path / "hung"))
    worker = Worker(program="tests.exports.hanging_once", patience=0.5)
    with pytest.raises(JobFailed, match="longer"):
        worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    worker._patience = 60
    assert worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    worker.stop()


def test_a_worker_is_warming_up_until_a_report_of_every_kind_was_made_once(worker: Worker) -> None:
    assert worker.warming
    worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    assert not worker.warming


def test_a_worker_that_cannot_start_does_not_stay_warming(caplog: pytest.LogCaptureFixture) -> None:
    broken = Worker(program="this")
    broken.start()
    broken.stop()
    assert not broken.warming
    assert "did not start" in caplog.text


def test_after_stopping_the_process_is_gone() -> None:
    made = Worker()
    made.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    process = made._process
    made.stop()
    assert process is not None
    assert process.poll() is not None


def test_the_process_ends_when_the_one_that_started_it_is_gone() -> None:
    program = (
        "import os; from exports.worker import Worker; from tests.exports import sessions;"
        "w = Worker(); w.report(sessions.empty(), sessions.MOMENT).result(60);"
        "print('made', flush=True); os._exit(1)"
    )
    # The worker holds the pipe of its parent's errors: that it closes means that the worker has ended.
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "made"
    assert done.returncode == 1


def test_a_job_is_asked_for_by_its_name(worker: Worker) -> None:
    found = worker.do("report", sessions.empty("en"), sessions.MOMENT).result(timeout=60)
    assert (1, "Summary") in headings(opened(found))


def test_a_job_that_is_not_in_the_table_is_not_done_and_the_reason_names_those_that_are(worker: Worker) -> None:
    with pytest.raises(JobFailed, match=r"'os:system'.*report"):
        worker.do("os:system", "true").result(timeout=60)
    assert worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)


def test_notes_are_grouped_in_the_process_that_makes_reports(worker: Worker) -> None:
    notes = [("a", "Parkeren is duur"), ("b", "Meer koffie"), ("c", "Nooit plek om te parkeren")]
    assert worker.do("suggestions", notes).result(timeout=60) == [("Parkeren", ["a", "c"])]


def test_the_process_leaves_the_other_cores_to_the_server(worker: Worker) -> None:
    worker.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    assert worker._process is not None
    assert psutil.Process(worker._process.pid).environ()["OPENBLAS_NUM_THREADS"] == "1"
