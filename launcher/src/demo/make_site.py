"""Makes the sites of the demo below a root: heute with a life behind it, morgen nearly empty."""

import os
import random
import sqlite3
import subprocess
import sys

VERSION = "2.3.0p1.cre"
HOSTS = 60
OMD = """#!/bin/sh
# As much of omd as the demo needs: status, start and stop of one site.
word=$1; shift
[ "${1:-}" = --bare ] && shift
site=${1:-$OMD_SITE}
home=ROOT/omd/sites/$site
pid=$home/tmp/run/rrdcached.pid
running() { [ -f "$pid" ] && kill -0 "$(cat "$pid")" 2>/dev/null; }
case $word in
  status)
    if running; then echo "rrdcached 0"; echo "OVERALL 0"; exit 0; fi
    echo "rrdcached 1"; echo "OVERALL 1"; exit 1 ;;
  start)
    running && exit 0
    mkdir -p "$home/tmp/run" "$home/var/rrdcached"
    rrdcached -p "$pid" -l "unix:$home/tmp/run/rrdcached.sock" -m 660 \\
      -b "$home/var/check_mk/rrd" -j "$home/var/rrdcached" -w 5 -F || exit 1
    echo "Started site $site" ;;
  stop)
    running || exit 0
    daemon=$(cat "$pid")
    kill "$daemon"
    while kill -0 "$daemon" 2>/dev/null; do sleep 0.05; done
    echo "Stopped site $site" ;;
  *) echo "omd: $word is not part of the demo" >&2; exit 3 ;;
esac
"""


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, mode)


def make_version(root):
    version = f"{root}/omd/versions/{VERSION}"
    write(f"{version}/bin/omd", OMD.replace("ROOT", root), 0o755)
    for name, text in skeleton().items():
        write(f"{version}/skel/{name}", text)


def skeleton():
    return {
        "etc/apache/apache.conf": "ServerRoot ###ROOT###\nPidFile ###ROOT###/tmp/apache.pid\n\n# settings\nTimeout 60\n",
        "etc/environment": "# Environment of ###SITE###\n",
        "etc/rrdcached.conf": "# rrdcached of ###SITE###\nTIMEOUT=3600\nBASE=###ROOT###/var\n",
    }


def fill(text, site):
    return text.replace("###SITE###", site).replace("###ROOT###", f"/omd/sites/{site}")


def make_site(root, site):
    home = f"{root}/omd/sites/{site}"
    os.makedirs(f"{home}/tmp/run")
    os.symlink(f"../../versions/{VERSION}", f"{home}/version")
    os.symlink("version/bin", f"{home}/bin")
    for name, text in skeleton().items():
        write(f"{home}/{name}", fill(text, site))
    os.makedirs(f"{home}/etc/check_mk", exist_ok=True)
    os.makedirs(f"{home}/var/check_mk/rrd", exist_ok=True)
    os.makedirs(f"{home}/var/log", exist_ok=True)
    write(f"{home}/etc/omd/site.conf", "CONFIG_ADMIN_MAIL=''\nCONFIG_APACHE_TCP_PORT='%d'\n" % (5000 + len(site)))
    return home


def live_in(home):
    random.seed(2026)
    with open(f"{home}/etc/apache/apache.conf", "a") as file:
        file.write("# changed by the site's owner\nTimeout 120\n")
    commands = []
    for host in range(HOSTS):
        directory = f"{home}/var/check_mk/rrd/host{host:03}"
        os.makedirs(directory)
        for service in ("CPU_load", "Memory", "Interface_1", "Filesystem_root"):
            rrd = f"{directory}/{service}.rrd"
            commands.append(f"create {rrd} --start 1700000000 --step 60 DS:1:GAUGE:8460:0:U "
                            "RRA:AVERAGE:0.5:1:2880 RRA:MAX:0.5:5:2880 RRA:AVERAGE:0.5:30:4320")
            for update in range(12):
                values = " ".join(f"{1700000000 + 60 * (update * 20 + n + 1)}:{random.random() * 100:.3f}" for n in range(20))
                commands.append(f"update {rrd} {values}")
        write(f"{home}/etc/check_mk/conf.d/host{host:03}.mk", f"all_hosts += ['host{host:03}']\n" * 5)
        write(f"{home}/var/check_mk/autochecks/host{host:03}.mk",
              "".join(f"{{'check_plugin_name': 'p{n}', 'item': 'i{random.random()}'}},\n" for n in range(80)))
    subprocess.run(["rrdtool", "-"], input="\n".join(commands) + "\nquit\n", text=True, check=True, stdout=subprocess.DEVNULL)
    os.makedirs(f"{home}/var/mkeventd/history")
    with sqlite3.connect(f"{home}/var/mkeventd/history/history.sqlite") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE history (line INTEGER PRIMARY KEY, what TEXT)")
        database.executemany("INSERT INTO history (what) VALUES (?)", ((f"event {n} " * 4,) for n in range(20000)))
    with open(make_parent(f"{home}/var/nagios/nagios.log"), "w") as log:
        for line in range(60000):
            log.write(f"[{1700000000 + line}] SERVICE ALERT: host{line % HOSTS:03};CPU load;OK;HARD;1;load {random.random():.3f}\n")
    with open(make_parent(f"{home}/local/share/package.bin"), "wb") as package:
        package.write(random.randbytes(12 << 20))
    os.symlink("package.bin", f"{home}/local/share/latest")
    os.link(f"{home}/local/share/package.bin", f"{home}/local/share/hard.bin")
    write(f"{home}/local/share/naïve name with\nline break", "Names are bytes.\n", 0o640)
    os.mkfifo(make_parent(f"{home}/var/spool/pipe"), 0o660)


def make_parent(path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def main(root):
    make_version(root)
    live_in(make_site(root, "heute"))
    make_site(root, "morgen")


main(sys.argv[1])
