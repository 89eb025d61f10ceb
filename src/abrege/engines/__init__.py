"""Engines run a translation model: pieces in, scored hypotheses out. They know no article."""

from abrege.engines.base import DEFAULT_RUNTIME, Decoding, Engine, Hypothesis, Runtime, load_engine

__all__ = ["DEFAULT_RUNTIME", "Decoding", "Engine", "Hypothesis", "Runtime", "load_engine"]
