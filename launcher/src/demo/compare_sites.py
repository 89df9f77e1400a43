"""Compares a site with the one that was restored from its backup, and prints what it comes to.

Three kinds of files were written to during the backup: they must be whole, and hold what the
original held at some moment of it. All others must be the same to the byte.
"""

import os
import sqlite3
import stat
import subprocess
import sys

# The log of the program has the runs of each site.
LEFT_OUT = ("tmp/", "var/check_mk/persisted/", "var/log/mkbackup.log")
OF_THE_SITE_ITSELF = ("etc/omd/site.conf", "etc/environment", "etc/apache/apache.conf", "etc/rrdcached.conf")
DAEMON_DATA = ("var/rrdcached/", "var/check_mk/backup/")
HISTORY = "var/mkeventd/history/history.sqlite"


def walk(home):
    found = {}
    for directory, directories, files in os.walk(home):
        for name in directories + files:
            path = os.path.join(directory, name)
            found[os.path.relpath(path, home)] = os.lstat(path)
    return {name: status for name, status in found.items() if not name.startswith(LEFT_OUT + DAEMON_DATA)
            and not name.startswith(HISTORY + "-") and name not in ("var/rrdcached", "var/check_mk/backup")}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def is_rrd(path):
    return subprocess.run(["rrdtool", "info", path], stdout=subprocess.DEVNULL).returncode == 0


def events(path):
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
        return database.execute("SELECT line, what FROM history ORDER BY line").fetchall()


def same_content(name, one, other, sites):
    if name.endswith(".rrd"):
        return is_rrd(other) and os.path.getsize(one) == os.path.getsize(other)
    if name == HISTORY:
        before, restored = events(one), events(other)
        return len(restored) > 0 and before[: len(restored)] == restored
    if name == "var/nagios/nagios.log":
        return read(one).startswith(read(other))
    if name in OF_THE_SITE_ITSELF:
        expected = read(one).replace(*(site.encode() for site in sites))
        return name == "etc/omd/site.conf" or expected == read(other)
    return read(one) == read(other)


def differs(name, home, status, other_home, other_status, sites):
    one, other = os.path.join(home, name), os.path.join(other_home, name)
    if status.st_mode != other_status.st_mode:
        return f"mode {status.st_mode:o} and {other_status.st_mode:o}"
    if stat.S_ISLNK(status.st_mode):
        return "link" if os.readlink(one) != os.readlink(other) else ""
    if not stat.S_ISREG(status.st_mode):
        return ""
    return "" if same_content(name, one, other, sites) else "content"


def main(home, other_home, began, ended):
    sites = (os.path.basename(home), os.path.basename(other_home))
    one, other = walk(home), walk(other_home)
    differences = [f"{name!r}: only in one" for name in one.keys() ^ other.keys()]
    for name in one.keys() & other.keys():
        how = differs(name, home, one[name], other_home, other[name], sites)
        if how:
            differences.append(f"{name!r}: {how}")
    for difference in sorted(differences):
        print("  " + difference)
    size = sum(status.st_size for status in one.values() if stat.S_ISREG(status.st_mode))
    seconds = float(ended) - float(began)
    print(f"{'files':>10} {'bytes':>14} {'seconds':>8} {'MB/s':>8}   differences")
    print(f"{len(one):>10} {size:>14} {seconds:>8.2f} {size / seconds / 1e6:>8.1f}   {len(differences)}")
    print(f"differences: {len(differences)}")
    sys.exit(1 if differences else 0)


main(*sys.argv[1:5])
