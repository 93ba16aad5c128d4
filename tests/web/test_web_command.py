"""`piagam serve` as a user starts it: in a process of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-m", "extractor", "serve"]


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_it_tells_its_address_warns_of_others_and_stops_politely(host: str, warned: bool) -> None:
    with subprocess.Popen(
        [*COMMAND, "--host", host, "--port", "0"], stderr=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stderr is not None
        lines = [server.stderr.readline()]
        if warned:
            assert "warning: 0.0.0.0 can be reached from other machines" in lines[0]
            lines.append(server.stderr.readline())
        port = re.search(r":(\d+)/", lines[-1])
        assert port is not None, lines
        address = f"http://127.0.0.1:{port[1]}"
        assert httpx.get(address, timeout=60).status_code == 200
        named = httpx.get(address, headers={"Host": "piagam.example"}, timeout=60).status_code
        assert named == (200 if warned else 403)
        server.send_signal(signal.SIGTERM)
        rest = server.stderr.read()
        assert server.wait(60) in (0, 128 + signal.SIGTERM, -signal.SIGTERM)
        assert "Traceback" not in rest


def test_what_is_no_dataset_is_wrong_usage(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("no dataset", encoding="utf-8")
    for path in (other, tmp_path / "missing.db"):
        ended = subprocess.run([*COMMAND, str(path)], capture_output=True, encoding="utf-8", check=False)
        assert ended.returncode == 2
        assert ended.stderr.startswith("error: ") and "Traceback" not in ended.stderr
