import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from exports.errors import ReportFailed
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
    with pytest.raises(ReportFailed, match="fy"):
        worker.report(unknown, sessions.MOMENT).result(timeout=60)
    assert worker.report(session, sessions.MOMENT).result(timeout=60)


def test_a_worker_that_ends_again_and_again_is_not_asked_for_ever() -> None:
    broken = Worker(program="this")
    with pytest.raises(ReportFailed, match="twice"):
        broken.report(sessions.empty(), sessions.MOMENT).result(timeout=60)
    broken.stop()


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
