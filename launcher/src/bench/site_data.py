"""Makes the data that is measured: a site as they are, and one of very many small files.

The same seed gives the same content. Files differ from each other within the reach of gzip, 32 KiB;
further apart, content comes again, which no gzip can make use of.
"""

import os
import random
import shutil
import subprocess

VERSION = "2.3.0p1.cre"
SEED = 2026
RRD_KINDS = 40
LOG_KINDS = 24
LATEST = 1_750_000_000


def make_site(root, name, megabytes, small_files=0):
    """A site of about that size below a root; with small files only if there are any asked for."""
    home = f"{root}/omd/sites/{name}"
    os.makedirs(f"{root}/omd/versions/{VERSION}/skel", exist_ok=True)
    install_omd(f"{root}/omd/versions/{VERSION}/bin")
    for directory in ("tmp/run", "var/check_mk/backup", "var/log", "etc/check_mk", "etc/omd", "local/share"):
        os.makedirs(f"{home}/{directory}")
    os.symlink(f"../../versions/{VERSION}", f"{home}/version")
    os.symlink("version/bin", f"{home}/bin")
    with open(f"{home}/etc/omd/site.conf", "w") as file:
        file.write("CONFIG_APACHE_TCP_PORT='5000'\n")
    chance = random.Random(SEED)
    if small_files:
        fill_with_small_files(f"{home}/var/check_mk/autochecks", small_files, chance)
        return home
    size = megabytes * 10**6
    fill_with_rrds(f"{home}/var/check_mk/rrd", 0.50 * size, chance)
    fill_with_logs(f"{home}/var/nagios/archive", 0.22 * size, chance)
    fill_with_small_files(f"{home}/var/check_mk/autochecks", int(0.13 * size / 10_000), chance, 10_000)
    with open(f"{home}/local/share/packages.mkp", "wb") as file:
        for _ in range(int(0.15 * size) >> 20):
            file.write(chance.randbytes(1 << 20))
    return home


def make_names(root, name, count):
    """A site of that many empty files with long names, and hardly anything else."""
    home = make_site(root, name, 0, 1)
    for number in range(count):
        folder = f"{home}/var/check_mk/names/{number // 1000:04}"
        if number % 1000 == 0:
            os.makedirs(folder)
        os.mknod(f"{folder}/a_host_with_a_name_as_hosts_have_it_{number:07}.example.mk")
    return home


def install_omd(directory):
    """An omd whose sites are always stopped."""
    os.makedirs(directory, exist_ok=True)
    with open(f"{directory}/omd", "w") as file:
        file.write('#!/bin/sh\n[ "$1" = status ] && exit 1\nexit 0\n')
    os.chmod(f"{directory}/omd", 0o755)


def fill_with_rrds(directory, size, chance):
    """By rrdtool, with the archives that a site has: years, days and minutes of one value each."""
    os.makedirs(f"{directory}/host0")
    kinds = [rrd(f"{directory}/host0/service{number}.rrd", chance) for number in range(RRD_KINDS)]
    written = sum(os.path.getsize(kind) for kind in kinds)
    number = 0
    while written < size:
        number += 1
        os.makedirs(f"{directory}/host{number}")
        for service, kind in enumerate(kinds):
            shutil.copyfile(kind, f"{directory}/host{number}/service{service}.rrd")
            written += os.path.getsize(kind)


def rrd(path, chance):
    archives = [
        f"RRA:{kind}:0.5:{steps}:{rows}"
        for kind in ("AVERAGE", "MIN", "MAX")
        for steps, rows in ((1, 2880), (5, 2880), (30, 4320), (360, 5840))
    ]
    times = [LATEST - 86400 * days for days in range(900, 12, -1)]
    times += range(LATEST - 12 * 86400, LATEST - 2 * 86400, 600)
    times += range(LATEST - 2 * 86400, LATEST, 60)
    value, updates = chance.random() * 100, []
    for time in times:
        value = abs(value + chance.gauss(0, 1)) if chance.random() < 0.7 else value
        updates.append(f"{time}:{value:.2f}")
    create = ["create", path, "--start", str(times[0] - 60), "--step", "60", "DS:1:GAUGE:100000:U:U", *archives]
    subprocess.run(["rrdtool", *create], check=True)
    subprocess.run(["rrdtool", "update", path, *updates], check=True)
    return path


def fill_with_logs(directory, size, chance):
    os.makedirs(directory)
    kinds = [log(chance) for _ in range(LOG_KINDS)]
    number = written = 0
    while written < size:
        with open(f"{directory}/{number}.log", "wb") as file:
            written += file.write(kinds[number % LOG_KINDS])
        number += 1


def log(chance):
    time, lines = 1_700_000_000, []
    for _ in range(12_000):
        time += chance.randrange(30)
        state = chance.choice(("OK", "OK", "OK", "WARNING", "CRITICAL"))
        lines.append(
            f"[{time}] SERVICE ALERT: host{chance.randrange(500)};Filesystem /opt/{chance.randrange(9)};{state};HARD;1;"
            f"{state} - {chance.random() * 100:.2f}% used ({chance.randrange(500)} of 500 GiB)\n"
        )
    return "".join(lines).encode()


def fill_with_small_files(directory, count, chance, largest=3000):
    texts = ["".join(f"{{'plugin': 'p{n}', 'item': {chance.random()}}}\n" for n in range(300)).encode() for _ in range(97)]
    for number in range(count):
        folder = f"{directory}/{number // 250}"
        if number % 250 == 0:
            os.makedirs(folder)
        with open(f"{folder}/host{number}.mk", "wb") as file:
            file.write(texts[number % 97][: chance.randrange(largest * 2)])
