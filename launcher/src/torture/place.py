"""A root of its own for the built program, with one site, its jobs and two targets."""

import hashlib
import json
import os
import random
import shutil
import stat
import subprocess
import time

VERSION = "2.3.0p1.cre"
PASSPHRASE = "correct horse battery"
SITE = "heute"
OMD = """#!/bin/sh
word=$1; shift
[ "${1:-}" = --bare ] && shift
flag=ROOT/omd/sites/${1:-$OMD_SITE}/tmp/run/running
case $word in
  status) if [ -f "$flag" ]; then echo "OVERALL 0"; exit 0; fi; echo "OVERALL 1"; exit 1 ;;
  start) mkdir -p "${flag%/running}" && touch "$flag" ;;
  stop) rm -f "$flag" ;;
esac
"""
CONFIGURATION = """{'jobs': {JOBS},
 'targets': {'nas': {'title': 'N', 'remote': ('local', {'path': 'NAS', 'is_mountpoint': False})},
             'shelf': {'title': 'S', 'remote': ('local', {'path': 'SHELF', 'is_mountpoint': False})}}}
"""
JOB = "'{id}': {{'title': '{id}', 'target': '{target}', 'compress': {compress}, 'encrypt': {key}, 'schedule': None}}"

# What changes with every run, and is no part of what a restore brings back.
OWN = ("tmp", "var/log/mkbackup.log", "var/check_mk/backup", ".restore_working_dir")
RETENTION = 2


class Place:
    """The site runs. Its files are those of 'old' or of 'new', of which the shelf has a backup each."""

    def __init__(self, program, root, seed):
        self.program, self.root, self.random = program, root, random.Random(seed)
        self.took = {}
        self.home = f"{root}/omd/sites/{SITE}"
        self.nas, self.shelf = f"{root}/nas", f"{root}/shelf"
        self.journal = f"{self.home}/.restore_working_dir"
        for directory in (f"{root}/omd/sites", f"{root}/tmp", f"{root}/run", self.nas, self.shelf):
            os.makedirs(directory)
        write(f"{root}/omd/versions/{VERSION}/bin/omd", OMD.replace("ROOT", root), 0o755)
        write(f"{root}/omd/versions/{VERSION}/skel/etc/environment", "# of ###SITE###\n")
        write(f"{root}/etc/mkbackup/mkbackup.conf", f"retention.keep-last = {RETENTION}\n")
        self.make_site()
        self.trees = {}
        for name in ("old", "new"):
            self.fill(name)
            self.must("backup", name)
            self.trees[name] = self.listing()
        self.backups = {name: f for f in os.listdir(self.shelf) for name in self.trees if f.endswith(f"-{name}-complete")}
        self.must("restore", "shelf", self.backups["old"])

    def make_site(self):
        os.makedirs(f"{self.home}/tmp/run")
        os.symlink(f"../../versions/{VERSION}", f"{self.home}/version")
        os.symlink("version/bin", f"{self.home}/bin")
        write(f"{self.home}/etc/omd/site.conf", "CONFIG_APACHE_TCP_PORT='5000'\n")
        write(f"{self.home}/tmp/run/running", "")
        os.makedirs(f"{self.home}/etc/check_mk")
        os.makedirs(f"{self.home}/var/log")
        key = repr(self.must("key", "create", "--alias", "torture", "--bits", "2048").stdout.strip())
        jobs = [
            JOB.format(id=id, target=target, compress=compress, key=key if sealed else None)
            for id, target, compress, sealed in (
                ("plain", "nas", False, False),
                ("packed", "nas", True, False),
                ("sealed", "nas", True, True),
                ("old", "shelf", True, False),
                ("new", "shelf", True, True),
            )
        ]
        text = CONFIGURATION.replace("JOBS", ", ".join(jobs)).replace("NAS", self.nas).replace("SHELF", self.shelf)
        write(f"{self.home}/etc/check_mk/backup.mk", text)

    def fill(self, name):
        """Some files are in both trees, some in one of them, and a few are large."""
        rng = random.Random(name)
        for top in ("local", "var/check_mk", "etc/conf.d"):
            shutil.rmtree(f"{self.home}/{top}", ignore_errors=True)
        for number in range(250):
            write(f"{self.home}/etc/conf.d/{number % 17}/{number}.mk", f"{name} {number}\n" * rng.randrange(1, 200))
            write(f"{self.home}/local/{name}/{number}", f"{name}\n", rng.choice((0o600, 0o644, 0o755)))
        for number in range(8):
            write(f"{self.home}/var/check_mk/rrd/{number}.rrd", rng.randbytes(1 << 20) + b"\0" * (1 << 21))
        write(f"{self.home}/{name} only here/\u00e4", name)
        os.makedirs(f"{self.home}/local/empty/deep")
        os.symlink(name, f"{self.home}/local/link")
        os.link(f"{self.home}/local/{name}/1", f"{self.home}/local/hard")

    def environment(self):
        return {
            "PATH": os.environ["PATH"],
            "MKBACKUP_SYSTEM_ROOT": self.root,
            "MKBACKUP_CONTEXT": "site",
            "MKBACKUP_PASSPHRASE": PASSPHRASE,
            "OMD_SITE": SITE,
            "OMD_ROOT": self.home,
        }

    def start(self, *words):
        program = "omd" if words[0] == "omd" else "mkbackup"
        return subprocess.Popen(
            [f"{self.program}/bin/{program}", *words[words[0] == "omd" :]],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *words):
        process = self.start(*words)
        return finished(process)

    def must(self, *words):
        began = time.monotonic()
        result = self.run(*words)
        self.took[words[0]] = time.monotonic() - began
        if result.returncode:
            raise Wrong(f"{' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result

    def listing(self):
        """Names, kinds, modes, links, times and contents of the site's files."""
        lines, inodes = {}, {}
        for top, directories, files in os.walk(self.home):
            inside = os.path.relpath(top, self.home)
            directories[:] = sorted(d for d in directories if os.path.normpath(f"{inside}/{d}") not in OWN)
            for name in [*directories, *sorted(files)]:
                relative = os.path.normpath(f"{inside}/{name}")
                if relative not in OWN:
                    lines[relative] = described(f"{top}/{name}", relative, inodes)
        return lines

    def tree(self):
        """'old' or 'new'; it is wrong if it is neither."""
        now = self.listing()
        for name, known in self.trees.items():
            if now == known:
                return name
        known = min(self.trees.values(), key=lambda tree: len(different(tree, now)))
        names = different(known, now)
        shown = "; ".join(f"{name}: {known.get(name)} is {now.get(name)}" for name in names[:5])
        raise Wrong(f"the site is neither the old nor the new one, {len(names)} differ: {shown}")

    def is_running(self):
        return os.path.exists(f"{self.home}/tmp/run/running")

    def whole_backups(self, job, target=None):
        """The ids of a job's backups; it is wrong if one of them isn't whole."""
        target = target or self.nas
        found = []
        for id in sorted(os.listdir(target)):
            directory = f"{target}/{id}"
            if f"-{job}-" in id and not id.endswith("-incomplete") and os.path.exists(f"{directory}/mkbackup.info"):
                verify(directory)
                found.append(id)
        return found

    def left_over(self, target=None):
        target = target or self.nas
        names = [n for n in os.listdir(target) if n.endswith("-incomplete") or not os.path.exists(f"{target}/{n}/mkbackup.info")]
        names += [n for n in os.listdir(os.path.dirname(self.home)) if n != SITE]
        # The lock is a file of newer versions of the existing tools, for whoever finds the directory.
        working = f"{self.home}/.restore_working_dir"
        return names + [n for n in (os.listdir(working) if os.path.isdir(working) else []) if n != "mkbackup.lock"]


class Wrong(Exception):
    """A promise was broken."""


def different(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def finished(process, limit=120):
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        raise Wrong(f"{process.args} hangs") from None
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def described(path, relative, inodes):
    status = os.lstat(path)
    said = f"{status.st_mode:o} "
    if stat.S_ISLNK(status.st_mode):
        return said + os.readlink(path)
    if not stat.S_ISREG(status.st_mode):
        return said
    with open(path, "rb") as file:
        content = hashlib.sha256(file.read()).hexdigest()
    return f"{said}{status.st_mtime_ns} {content} {inodes.setdefault(status.st_ino, relative)}"


def verify(directory):
    with open(f"{directory}/mkbackup.info") as file:
        info = json.load(file)
    for name, size, md5 in info["files"]:
        with open(f"{directory}/{name}", "rb") as file:
            content = file.read()
        if len(content) != size or hashlib.md5(content).hexdigest() != md5:
            raise Wrong(f"{directory}/{name} is not what its manifest says")


def write(path, content, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    os.chmod(path, mode)
