"""Typical wrong answers, a module a notebook: `WRONG` maps an exercise to at least three of them."""
