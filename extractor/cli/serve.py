"""`piagam serve`: the web application on this machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.guard import guarded, say

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    dataset: Annotated[
        Path | None,
        typer.Argument(metavar="[DATASET]", help="What piagam build made; else facts alone decide."),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")
    ] = 8000,
    programmes: Annotated[
        list[Path] | None,
        typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
    ] = None,
) -> None:
    """Serve the web application: check a text, a page or a claim, and browse the dataset.

    It listens on this machine alone unless --host names another address, reads the dataset without changing
    it, keeps nothing that visitors give it, and never opens an address for them.

    \b
    Examples:
      piagam serve awards.db
      piagam serve awards.db --port 8080
    """
    with guarded():
        from extractor.errors import ExtraMissing

        try:
            import uvicorn

            from extractor.web import make_app
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] == "extractor":
                raise
            raise ExtraMissing(extra="web") from error

        local = host in LOOPBACK
        if not local:
            say(f"warning: {host} can be reached from other machines; there is no password")
        app = make_app(dataset, programmes=tuple(programmes or ()), local=local)
        listening = socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
        shown = f"[{host}]" if ":" in host else host
        say(f"Piagam: http://{shown}:{listening.getsockname()[1]}/  (Ctrl-C ends)")
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            proxy_headers=False,  # what a client says of its address is not believed
            timeout_keep_alive=10,
            limit_concurrency=200,
        )
        uvicorn.Server(config).run(sockets=[listening])
