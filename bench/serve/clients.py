"""Clients that a server has to live with: idle, dripping, broken and hostile ones. Loopback only."""

import collections
import contextlib
import random
import socket
import threading
import time

HOST = "127.0.0.1"
PATIENCE = 15
IDLE_TIME = 60  # before the server gives such a connection up
DRIP_TIME = 0.1

# What is sent, and the statuses that may come back; None: closed without an answer.
BROKEN = [
    (b"\x16\x03\x01\x02\x00\x01", {400}),
    (b"GET / HTTP/1.1\r\n\r\n", {400}),
    (b"GET / HTTP/1.1\n\n", {400}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", {400}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", {400}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", {400}),
    (b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 100_000 + b"\r\n\r\n", {431}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n" + b"a" * 100_000, {413}),
    (b"GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n", {404}),
    (b"DELETE /v1/check HTTP/1.1\r\nHost: x\r\n\r\n", {405}),
    (b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{]", {200, 400}),
    (b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", {400}),
]


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def connect(port):
    return socket.create_connection((HOST, port), timeout=PATIENCE)


def connect_idle(port):
    """A connection that has had an answer, and waits."""
    client = connect(port)
    client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    client.recv(65536)
    return client


def answer_to(port, request):
    """All that the server sends until it closes."""
    with connect(port) as client:
        client.sendall(request)
        parts = []
        while part := client.recv(65536):
            parts.append(part)
        return b"".join(parts)


def status_of(port, request):
    """Of the first answer; None if there is none."""
    with connect(port) as client:
        with contextlib.suppress(OSError):  # it may refuse before it has seen all
            client.sendall(request)
        head = client.recv(65536)
    return int(head[9:12]) if head.startswith(b"HTTP/1.1 ") else None


class Crowd:
    """Connections that stay open, some sending a byte now and then; and threads that send what is broken or break off."""

    def __init__(self, port, idle=0, dripping=0, hostile=0):
        self.port = port
        self.idle = idle
        self.dripping = dripping
        self.ended = threading.Event()
        self.tried = 0
        self.faults = []
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.keep)]
        self.threads += [threading.Thread(target=self.attack, args=(seed,)) for seed in range(hostile)]

    def __enter__(self):
        self.sockets = [connect_idle(self.port) for _ in range(self.idle)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        for client in self.sockets:
            client.close()

    def keep(self):
        """Keeps as many connections as asked for, although the server gives up each in its time. Each of those that drip sends a
        byte every DRIP_TIME, one after the other: clients that know nothing of each other do not send in step."""
        drips = collections.deque()
        opened = time.monotonic()
        while not self.ended.wait(DRIP_TIME / max(self.dripping, 1)):
            if len(drips) < self.dripping:
                client = connect(self.port)
                client.sendall(b"POST /v1/check HTTP/1.1\r\nHost: x\r\nX: ")
                drips.append(client)
            elif drips:
                client = drips.popleft()
                try:
                    client.sendall(b"x")
                    drips.append(client)
                except OSError:
                    client.close()
            if time.monotonic() > opened + IDLE_TIME:
                for client in self.sockets:
                    client.close()
                self.sockets = [connect_idle(self.port) for _ in range(self.idle)]
                opened = time.monotonic()
        for client in drips:
            client.close()

    def attack(self, seed):
        chance = random.Random(seed)
        while not self.ended.wait(0.01):
            request, expected = chance.choice(BROKEN)
            if chance.random() < 0.3:  # breaks off
                with contextlib.suppress(OSError), connect(self.port) as client:
                    client.sendall(request[: chance.randrange(len(request))])
                continue
            try:
                status = status_of(self.port, request)
            except OSError as error:
                status = type(error).__name__
            with self.lock:
                self.tried += 1
                if status not in expected:
                    self.faults.append(f"{request[:60]!r}: {status}")
