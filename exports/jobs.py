"""What the worker process can be asked for: a closed table of jobs, each loaded when it is first asked for.

To add a job: write a function in a module of this package, with arguments and a result that can be pickled; name it
here; ask for it with `worker.do("its name", …)`. What its module imports is loaded in the worker process only, as long
as nothing else imports that module.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from exports.errors import JobFailed

JOBS = {
    "board": "exports.sheets:board",
    "overview": "exports.sheets:overview",
    "photograph": "exports.photographs:photograph",
    "report": "exports.making:make",
    "suggestions": "exports.likeness:suggestions",
}
"""By the name of the job, where its function is."""


def found(job: str) -> Callable[..., Any]:
    """The function that does this job; raises JobFailed when there is no such job."""
    if job not in JOBS:
        raise JobFailed(f"there is no job {job!r}; those of exports/jobs.py are {', '.join(sorted(JOBS))}")
    module, function = JOBS[job].split(":")
    done: Callable[..., Any] = getattr(import_module(module), function)
    return done
