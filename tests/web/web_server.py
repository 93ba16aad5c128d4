"""The application on a free port of this machine, in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.web import Limits, make_app
from extractor.web.wire import listening, make_server

ROOMY = Limits(analyses_a_minute=100_000, views_a_minute=100_000)
"""No test is too quick for it."""


@contextmanager
def served(dataset: Path | None, limits: Limits | None = None) -> Iterator[str]:
    """The address of the application, which runs as long as the block."""
    door = listening("127.0.0.1", 0)
    server = make_server(make_app(dataset, limits=limits))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        door.close()
