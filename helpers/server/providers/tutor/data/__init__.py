"""Data skills of the tutor: tables, charts, insights, titles and decks, as code for the code interpreter."""
