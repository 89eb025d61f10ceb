"""Threads: as many as the user says, or as there are cores that may be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from abrege.engines import threads
from abrege.engines.threads import cgroup_cores, default_threads


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize(("value", "expected"), [("3", 3), ("2,4", 2), (" 7 ", 7), ("64", 64)])
def test_what_the_user_set_for_openmp_counts(monkeypatch: pytest.MonkeyPatch, value: str, expected: int) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", value)
    assert default_threads() == expected


@pytest.mark.parametrize("value", ["", "0", "many", "²", "9" * 20])
@pytest.mark.parametrize(("cores", "expected"), [(1, 1), (3, 3), (64, 4)])
def test_else_the_cores_count_up_to_four(
    monkeypatch: pytest.MonkeyPatch, value: str, cores: int, expected: int
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", value)
    monkeypatch.setattr(threads, "cgroup_cores", lambda: None)
    monkeypatch.setattr(threads.os, "sched_getaffinity", lambda _: range(cores))
    assert default_threads() == expected


def test_a_control_group_may_grant_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(threads, "cgroup_cores", lambda: 1)
    assert default_threads() == 1


@pytest.mark.parametrize(("quota", "expected"), [("max 100000", None), ("150000 100000", 2), ("50000 100000", 1)])
def test_version_2_says_it_in_cpu_max(tmp_path: Path, quota: str, expected: int | None) -> None:
    write(tmp_path / "mine", "0::/user.slice/job\n")
    write(tmp_path / "fs/user.slice/job/cpu.max", f"{quota}\n")
    assert cgroup_cores(tmp_path / "mine", tmp_path / "fs") == expected


def test_the_narrowest_group_counts(tmp_path: Path) -> None:
    write(tmp_path / "mine", "0::/a/b\n")
    write(tmp_path / "fs/a/b/cpu.max", "800000 100000\n")
    write(tmp_path / "fs/a/cpu.max", "300000 100000\n")
    assert cgroup_cores(tmp_path / "mine", tmp_path / "fs") == 3


def test_version_1_says_it_in_quota_and_period(tmp_path: Path) -> None:
    write(tmp_path / "mine", "9:memory:/x\n4:cpu,cpuacct:/docker/0123\n")
    write(tmp_path / "fs/cpu,cpuacct/cpu.cfs_quota_us", "200000\n")
    write(tmp_path / "fs/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
    assert cgroup_cores(tmp_path / "mine", tmp_path / "fs") == 2
    write(tmp_path / "fs/cpu,cpuacct/cpu.cfs_quota_us", "-1\n")
    assert cgroup_cores(tmp_path / "mine", tmp_path / "fs") is None


def test_no_control_groups_set_no_limit(tmp_path: Path) -> None:
    assert cgroup_cores(tmp_path / "none", tmp_path) is None
