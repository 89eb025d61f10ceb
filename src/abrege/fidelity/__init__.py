"""Source and target strings in, findings out; one file a check."""

from abrege.fidelity.checks import check_further, check_pair, unsupported, unsupported_by
from abrege.fidelity.loops import check_loops
from abrege.fidelity.names import check_names
from abrege.fidelity.numbers import check_numbers

__all__ = [
    "check_further",
    "check_loops",
    "check_names",
    "check_numbers",
    "check_pair",
    "unsupported",
    "unsupported_by",
]
