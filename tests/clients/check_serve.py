#!/usr/bin/env python3
"""The program `gatepost serve` from its start to its end: it answers, reloads under load, and ends when told to.

usage: check_serve.py GATEPOST PATTERNS

PATTERNS is a folder of pattern files, of which a copy is served. Everything stays on this machine's loopback.
"""

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from served import PATIENCE, Served

POST = json.dumps({"text": "Ring me on 07700 900123"})


class Load:
    """Clients that ask one thing after the other, each on one connection, until they are told to end."""

    def __init__(self, served, clients=4):
        self.served, self.answers, self.faults = served, 0, []
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.run) for _ in range(clients)]
        for thread in self.threads:
            thread.start()

    def run(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=PATIENCE)
            with contextlib.closing(connection):
                while not self.is_over.is_set():
                    connection.request("POST", "/v1/check", POST, {"Content-Type": "application/json"})
                    answer = connection.getresponse()
                    content = json.loads(answer.read())
                    assert answer.status == 200 and content["verdict"] == "block", (answer.status, content)
                    self.answers += 1
        except Exception as fault:  # told by whoever began this
            self.faults.append(repr(fault))

    def end(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join(PATIENCE)
        assert not self.faults, self.faults


def replace(path, text):
    """As an editor does: written beside, then renamed."""
    beside = path.with_suffix(".new")
    beside.write_text(text)
    beside.rename(path)


def check_answers(gatepost, patterns, folder):
    with Served(gatepost, "--patterns", patterns, "--log", "all", folder=folder) as served:
        assert served.ask("GET", "/healthz") == (200, "ok\n")
        status, body = served.ask("POST", "/v1/check", POST)
        assert status == 200 and json.loads(body)["verdict"] == "block", (status, body)
        status, body = served.ask("GET", "/metrics")
        assert status == 200 and 'gatepost_http_requests_total{route="/v1/check",code="200"} 1\n' in body, body
        assert served.end() == 0
        log = json.dumps(served.events)
        assert '"route": "/v1/check"' in log and "stopped" in log, log
        assert "07700" not in log and "Ring" not in log, log


def check_reload(gatepost, patterns, folder):
    phone = patterns / "phone.toml"
    good = phone.read_text()
    with Served(gatepost, "--patterns", patterns, folder=folder) as served:
        load = Load(served)
        first = served.hash()

        replace(phone, good.replace("[[match]]", "# changed\n[[match]]", 1))
        served.wait_for("reload", "now serving")
        second = served.hash()
        assert second != first
        seen = len(served.events)

        replace(phone, good + "\nno TOML\n")
        served.wait_for("reload", "not taken", seen)
        ready = json.loads(served.ask("GET", "/readyz")[1])
        assert ready["patterns"]["hash"] == second and not ready["reload"]["taken"], ready
        assert any("phone.toml" in error for error in ready["reload"]["errors"]), ready
        seen = len(served.events)

        # It loads, and does not find what it says that it finds.
        replace(phone, good + '\n[[match]]\ntext = "nothing to find"\nspan = "nothing"\n')
        served.wait_for("reload", "fails its own tests", seen)
        served.wait_for("reload", "not taken", seen)
        assert served.hash() == second
        seen = len(served.events)

        replace(phone, good)
        served.wait_for("reload", "now serving", seen)
        assert served.hash() == first
        seen = len(served.events)

        served.process.send_signal(signal.SIGHUP)
        served.wait_for("reload", "now serving", seen)
        load.end()
        assert load.answers > 0
        _, page = served.ask("GET", "/metrics")
        assert 'gatepost_reloads_total{outcome="taken"} 3\n' in page, page
        assert 'gatepost_reloads_total{outcome="refused"} 2\n' in page, page
        assert served.end(signal.SIGINT) == 0


def check_without_watching(gatepost, patterns, folder):
    with Served(gatepost, "--patterns", patterns, "--no-watch", folder=folder) as served:
        first = served.hash()
        phone = patterns / "phone.toml"
        good = phone.read_text()
        replace(phone, "# changed\n" + good)
        assert served.hash() == first
        served.process.send_signal(signal.SIGHUP)
        served.wait_for("reload", "now serving")
        assert served.hash() != first
        replace(phone, good)


def check_tokens(gatepost, patterns, folder):
    def token_command(*arguments):
        return subprocess.run([gatepost, "serve", "token", "--tokens", "tokens", *arguments],
                              cwd=folder, capture_output=True, text=True, check=True).stdout
    token = token_command("intranet").strip()
    assert stat.S_IMODE((folder / "tokens").stat().st_mode) == 0o600
    assert token not in (folder / "tokens").read_text()
    with Served(gatepost, "--patterns", patterns, "--tokens", "tokens", "--log", "all", folder=folder) as served:
        assert served.ask("POST", "/v1/check", POST)[0] == 401
        assert served.ask("POST", "/v1/check", POST, token="gp_" + "0" * 64)[0] == 401
        assert served.ask("POST", "/v1/check", POST, token=token)[0] == 200
        assert served.ask("GET", "/metrics", token=token)[0] == 403
        other = token_command("watcher", "--rights", "metrics").strip()
        served.wait_for("reload", "now serving")
        assert served.ask("GET", "/metrics", token=other)[0] == 200
        assert token_command("--list") == "intranet check\nwatcher metrics\n"
        seen = len(served.events)
        token_command("intranet", "--revoke")
        served.wait_for("reload", "now serving", seen)
        assert served.ask("POST", "/v1/check", POST, token=token)[0] == 401
        assert served.end() == 0
        assert token not in json.dumps(served.events)


def begin_request(port):
    """A request whose body is not whole yet."""
    connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
    connection.sendall(b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                       b"Content-Length: %d\r\n\r\n" % len(POST) + POST[:5].encode())
    return connection


def check_end(gatepost, patterns, folder):
    """What is under way is answered, or told to be cut off; who asks a second time to end gets it at once."""
    with Served(gatepost, "--patterns", patterns, "--drain-time", "60000", folder=folder) as served:
        with begin_request(served.port) as connection:
            served.ask("GET", "/healthz")  # the other connection has been taken before this one
            served.process.send_signal(signal.SIGTERM)
            served.wait_for("stopping")
            connection.sendall(POST[5:].encode())
            answer = http.client.HTTPResponse(connection)
            answer.begin()
            assert answer.status == 200 and json.loads(answer.read())["verdict"] == "block"
        assert served.wait() == 0
        assert served.wait_for("stopped")["message"] == "all that was under way is answered"
    with Served(gatepost, "--patterns", patterns, "--drain-time", "1", folder=folder) as served:
        with begin_request(served.port):
            served.ask("GET", "/healthz")
            assert served.end() == 0
        assert served.wait_for("stopped")["message"] == "connections cut off as --drain-time was up: 1"
    with Served(gatepost, "--patterns", patterns, "--drain-time", "600000", "--body-time", "600000", folder=folder) as served:
        with begin_request(served.port):
            served.ask("GET", "/healthz")
            served.process.send_signal(signal.SIGTERM)
            served.wait_for("stopping")
            deadline = time.monotonic() + PATIENCE
            while served.process.poll() is None and time.monotonic() < deadline:
                served.process.send_signal(signal.SIGTERM)  # until it lets itself be ended
            assert served.wait() == -signal.SIGTERM


def check_unix_socket(gatepost, patterns, folder):
    path = folder / "socket"
    with Served(gatepost, "--patterns", patterns, "--unix", path, folder=folder) as served:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            answer = http.client.HTTPResponse(connection)
            answer.begin()
            assert (answer.status, answer.read()) == (200, b"ok\n")
        assert served.end() == 0
    assert not path.exists()


def main():
    gatepost, patterns = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="gatepost-serve-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        (folder / "patterns").mkdir()
        # One pattern is soon proven, and needs no lists.
        copy = folder / "patterns" / "phone"
        copy.mkdir()
        shutil.copy(patterns / "phone.toml", copy)
        for check in [check_answers, check_reload, check_without_watching, check_tokens, check_end, check_unix_socket]:
            check(gatepost, copy, folder)
            print(f"ok  {check.__name__}")
    return 0


sys.exit(main())
