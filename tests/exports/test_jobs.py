import pytest

from exports.errors import JobFailed
from exports.jobs import JOBS, found


@pytest.mark.parametrize("job", JOBS)
def test_every_job_of_the_table_can_be_done(job: str) -> None:
    assert callable(found(job))


def test_no_other_job_is_found() -> None:
    with pytest.raises(JobFailed, match="no job 'os:system'"):
        found("os:system")
