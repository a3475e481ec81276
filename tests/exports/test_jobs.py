import subprocess
import sys

import pytest

from exports.errors import JobFailed
from exports.jobs import JOBS, found


@pytest.mark.parametrize("job", JOBS)
def test_every_job_of_the_table_can_be_done(job: str) -> None:
    assert callable(found(job))


def test_no_other_job_is_found() -> None:
    with pytest.raises(JobFailed, match="no job 'os:system'"):
        found("os:system")


def test_what_only_suggestions_need_is_not_loaded_for_reports() -> None:
    program = (
        "import sys; from exports.jobs import found; from exports.making import warm; found('report'); warm();"
        "sys.exit('sklearn' in sys.modules or 'scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
