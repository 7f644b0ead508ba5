"""Finding the sentences that answer in pieces of text: those of the reader's files, and the notebooks' own prose."""
