"""Widgets for the lessons: each in a module of its own, loaded when first used."""
