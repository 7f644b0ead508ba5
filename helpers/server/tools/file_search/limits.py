"""Bounds on what one document may ask for. They are generous for documents that people wrote."""

MEGABYTE = 1_000_000

FILE_BYTES = 200 * MEGABYTE  # a PDF, or an Office file
TEXT_FILE_BYTES = 20 * MEGABYTE
UNPACKED_BYTES = 400 * MEGABYTE  # of an Office file, which is a zip archive
UNPACKED_FILES = 20_000
CHARACTERS = 5 * MEGABYTE  # of text in one document
PAGES = 5_000
TABLE_CELLS = 2 * MEGABYTE
READING_SECONDS = 60
WORKER_BYTES = 3_000 * MEGABYTE  # address space, where the system can bound it
