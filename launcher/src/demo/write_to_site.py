"""Writes to a running site until it is ended: RRD updates by rrdcached, events, log lines."""

import random
import signal
import socket
import sqlite3
import sys
import time


def main(home):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    daemon = socket.socket(socket.AF_UNIX)
    daemon.connect(f"{home}/tmp/run/rrdcached.sock")
    replies = daemon.makefile("r")
    database = sqlite3.connect(f"{home}/var/mkeventd/history/history.sqlite", timeout=30)
    now = 1700100000
    while True:
        now += 1
        host = random.randrange(60)
        daemon.sendall(f"UPDATE {home}/var/check_mk/rrd/host{host:03}/CPU_load.rrd {now}:{random.random()}\n".encode())
        replies.readline()
        with database:
            database.execute("INSERT INTO history (what) VALUES (?)", (f"event at {now}",))
        with open(f"{home}/var/nagios/nagios.log", "a") as log:
            log.write(f"[{now}] SERVICE ALERT: host{host:03};CPU load;OK;HARD;1;now\n")
        time.sleep(0.002)


main(sys.argv[1])
