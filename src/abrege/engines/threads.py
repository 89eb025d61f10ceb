"""How many threads decode where nobody says: what the user, the scheduler and the control group allow."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

_MOST = 4  # each takes a batch of its own, and an article has few
_ABSURD = 1024  # more than this is no number of threads


def default_threads() -> int:
    """OMP_NUM_THREADS where the user has set it, else the cores that this process may use, at most 4."""
    own = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    if own.isascii() and own.isdecimal() and 0 < int(own) <= _ABSURD:
        return int(own)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, cgroup_cores() or cores, _MOST))


def cgroup_cores(mine: Path = Path("/proc/self/cgroup"), root: Path = Path("/sys/fs/cgroup")) -> int | None:
    """The cores that Linux control groups grant this process, a part of one counted whole; None without a limit.

    The limit of a group holds for those below it, so that of the narrowest group counts. Both layouts are read:
    `cpu.max` of version 2, and version 1's quota and period
    (https://docs.kernel.org/admin-guide/cgroup-v2.html, https://docs.kernel.org/scheduler/sched-bwc.html).
    """
    try:
        lines = mine.read_text().splitlines()
    except OSError:
        return None
    found = []
    for line in lines:
        _, _, rest = line.partition(":")
        controllers, _, path = rest.partition(":")
        if controllers == "":
            tops = [root]
        elif "cpu" in controllers.split(","):
            tops = [root / controllers, root / "cpu"]
        else:
            continue
        # inside a container the path may be the host's, of which only the top is to be seen
        inner = PurePosixPath(path.lstrip("/"))
        found += [_granted(top / part) for top in tops for part in (inner, *inner.parents)]
    return min((cores for cores in found if cores), default=None)


def _granted(group: Path) -> int | None:
    for names in (("cpu.max",), ("cpu.cfs_quota_us", "cpu.cfs_period_us")):
        try:
            quota, period = " ".join((group / name).read_text() for name in names).split()
            if int(quota) > 0:
                return -(-int(quota) // int(period))
        except (OSError, ValueError):  # no such file, or "max"
            continue
    return None
