"""Source and target strings in, findings out; one file a check."""

from abrege.fidelity.loops import check_loops
from abrege.fidelity.names import unsupported_names
from abrege.fidelity.numbers import check_numbers

__all__ = ["check_loops", "check_numbers", "unsupported_names"]
