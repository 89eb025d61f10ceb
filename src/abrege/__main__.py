"""`python -m abrege`."""

from abrege.cli import main

main()
