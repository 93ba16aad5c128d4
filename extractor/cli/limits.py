"""The options for what one page may cost, the same wherever pages are read."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.limits import DEEPEST

MaxBytes = Annotated[
    int, typer.Option("--max-bytes", min=1, metavar="N", help="Size limit of one page, unpacked.")
]
MaxInflated = Annotated[
    int, typer.Option("--max-inflated", min=1, metavar="N", help="Bytes to unpack in search of a page's end.")
]
MaxDepth = Annotated[
    int,
    typer.Option(
        "--max-depth", min=1, max=DEEPEST, metavar="N", help="Elements of a page inside each other."
    ),
]
MaxCharacters = Annotated[
    int, typer.Option("--max-characters", min=1, metavar="N", help="Length limit of an article's text.")
]
MaxSeconds = Annotated[
    float, typer.Option("--max-seconds", min=0, metavar="N", help="Time limit of one page; 0: none.")
]
