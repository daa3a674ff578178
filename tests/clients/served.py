"""A `gatepost serve` that runs, for the tests that ask it something."""

import contextlib
import http.client
import json
import signal
import subprocess
import threading

PATIENCE = 120  # seconds, of a machine that is busy with other tests


class Served:
    """A service at a port that the system chose; its log is read as it comes."""

    def __init__(self, gatepost, *options, listen="127.0.0.1:0", folder=None):
        self.process = subprocess.Popen(
            [gatepost, "serve", "--listen", listen, *options], stderr=subprocess.PIPE, text=True, cwd=folder)
        self.events = []
        self.changed = threading.Condition()
        self.reader = threading.Thread(target=self.read)
        self.reader.start()
        self.port = int(self.wait_for("listening")["message"].rpartition(":")[2])

    def read(self):
        for line in self.process.stderr:
            with self.changed:
                self.events.append(json.loads(line))
                self.changed.notify_all()
        with self.changed:
            self.events.append({"event": "end of log"})
            self.changed.notify_all()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def wait_for(self, event, words="", after=0):
        """The first such event of those behind the first `after` ones."""
        def found():
            return next((e for e in self.events[after:] if e["event"] == event and words in e.get("message", "")), None)
        with self.changed:
            assert self.changed.wait_for(found, PATIENCE), f"no {event} {words}: {self.events}"
            return found()

    def ask(self, method, path, body=None, token=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            headers = {"Content-Type": "application/json"} if body else {}
            if token:
                headers["Authorization"] = f"Bearer {token}"
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def hash(self):
        return json.loads(self.ask("GET", "/readyz")[1])["patterns"]["hash"]

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.wait()

    def wait(self):
        status = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        return status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.wait()
        self.process.stderr.close()
