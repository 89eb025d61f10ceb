"""Engines run a translation model: pieces in, scored hypotheses out. They know no article."""

from abrege.engines.base import Decoding, Engine, Hypothesis, load_engine

__all__ = ["Decoding", "Engine", "Hypothesis", "load_engine"]
