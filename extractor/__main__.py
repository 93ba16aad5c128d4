"""Entry of the command `piagam`, and of `python -m extractor`."""

from __future__ import annotations


def main() -> None:
    """Runs the command line and leaves with its exit status."""
    from extractor.cli import run

    run()


if __name__ == "__main__":
    main()
