"""Zip files of transcripts, for the command line."""

from assistant.ingest.zipped import is_zip_of_files, members

__all__ = ["is_zip_of_files", "members"]
