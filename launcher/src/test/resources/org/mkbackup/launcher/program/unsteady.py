#!/usr/bin/env python3
"""Serves sshfs as an SFTP server does, until a file tells how it fails: `KIND BYTES`.

KIND is `denies` (each change is denied, as on a share that has turned read-only), `fails` (each
request is an I/O error), `hangs` (nothing is answered) or `ends`. It begins when so many bytes of
files were read and written since the file is there, and ends when the file is gone.

unsteady.py FAULT SERVER...
"""
import os
import struct
import subprocess
import sys
import threading
import time

READ, WRITE, STATUS, OPEN = 5, 6, 101, 3
CHANGES = {WRITE, 9, 10, 13, 14, 15, 18, 20, 200}
DENIED, UNKNOWN = 3, 99

fault = sys.argv[1]
server = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
answering = threading.Lock()
passed = 0


def packet(source):
    head = source.read(4)
    return head + source.read(struct.unpack(">I", head)[0]) if len(head) == 4 else None


def text(data, at):
    return at + 4 + struct.unpack_from(">I", data, at)[0]


def length(request):
    after = text(request, 9) + 8
    return struct.unpack_from(">I", request, after)[0]


def changes(request):
    kind = request[4]
    if kind == OPEN:
        return struct.unpack_from(">I", request, text(request, 9))[0] & ~1
    return kind in CHANGES


def answer(data):
    with answering:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def refuse(request, code):
    answer(struct.pack(">IBIIII", 17, STATUS, struct.unpack_from(">I", request, 5)[0], code, 0, 0))


def begun():
    """How it fails now; empty if it doesn't."""
    global passed
    try:
        with open(fault) as file:
            kind, bytes_before = file.read().split()
    except (OSError, ValueError):
        passed = 0
        return ""
    return kind if passed >= int(bytes_before) else ""


def answers():
    while data := packet(server.stdout):
        answer(data)
    os._exit(0)


threading.Thread(target=answers, daemon=True).start()
while request := packet(sys.stdin.buffer):
    kind = begun()
    while kind == "hangs":
        time.sleep(0.01)
        kind = begun()
    if kind == "ends":
        break
    if kind == "fails":
        refuse(request, UNKNOWN)
    elif kind == "denies" and changes(request):
        refuse(request, DENIED)
    else:
        if request[4] in (READ, WRITE):
            passed += length(request)
        server.stdin.write(request)
        server.stdin.flush()
server.kill()
