"""The pipelines that are measured, each a call that returns how long it took and what came out."""

import ast
import contextlib
import glob
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass

CHUNK = 1 << 20
PASSPHRASE = "correct-horse-battery"


@dataclass
class Result:
    """Seconds on the wall and of processor, bytes that came out, and the peak of resident memory in MiB."""

    seconds: float
    cpu: float
    size: int
    memory: float


def timed(work, size_of):
    """Runs something that starts one process and returns it when it has ended, with its resource usage."""
    began, own = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = work()
    seconds = time.monotonic() - began
    cpu = sum(
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        for before, after in (
            (own, resource.getrusage(resource.RUSAGE_SELF)),
            (children, resource.getrusage(resource.RUSAGE_CHILDREN)),
        )
    )
    return Result(seconds, cpu, size_of(), peak / 1024)


def end_of(process, command):
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: {command} ended with {process.returncode}")
    return usage.ru_maxrss


def stock_backup(home, target, compress):
    """As the existing tools do it: a process that archives, and one that digests and writes."""
    program = (
        "import sys, tarfile\n"
        f"tar = tarfile.open(fileobj=sys.stdout.buffer, mode={'w|gz' if compress else 'w|'!r})\n"
        f"tar.add({home!r}, {os.path.basename(home)!r})\ntar.close()\n"
    )
    command = [sys.executable, "-c", program]

    def work():
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        digest = hashlib.md5()
        with open(target, "wb") as file:
            while chunk := process.stdout.read(CHUNK):
                digest.update(chunk)
                file.write(chunk)
        return end_of(process, command)

    return timed(work, lambda: os.path.getsize(target))


def digest_alone(file):
    program = (
        "import hashlib, sys\n"
        "digest = hashlib.md5()\n"
        "with open(sys.argv[1], 'rb') as file:\n"
        f"    while chunk := file.read({CHUNK}):\n"
        "        digest.update(chunk)\n"
    )
    return command_line([sys.executable, "-c", program, file], lambda: 0)


@dataclass
class Steps:
    """How long steps of work took, in milliseconds: half of them, and 95 of 100, at most."""

    median: float
    most: float

    def text(self):
        return f"a step takes {self.median:.1f} ms, 95 of 100 at most {self.most:.1f} ms"


def others_work(home, process):
    """Reads and computes, step by step, until a process ends; without one, for three seconds."""
    files = glob.glob(f"{home}/**/*.rrd", recursive=True)[:100]
    steps, end = [], time.monotonic() + 3
    while process.poll() is None if process else time.monotonic() < end:
        began = time.monotonic()
        with open(files[len(steps) % len(files)], "rb") as file:
            for _ in range(3):
                file.seek(0)
                hashlib.sha256(file.read(CHUNK)).digest()
        steps.append(1000 * (time.monotonic() - began))
    if process and process.returncode:
        raise SystemExit(f"bench: the backup beside other work ended with {process.returncode}")
    steps.sort()
    return Steps(steps[len(steps) // 2], steps[len(steps) * 95 // 100])


def stock_restore(archive, directory, unseal=None):
    """As the existing tools do it: one process digests all of the archive, and gives it to another one to unpack."""
    fully = ", filter='fully_trusted'" if sys.version_info >= (3, 12) else ""
    program = f"import sys, tarfile\ntarfile.open(fileobj=sys.stdin.buffer, mode='r|*').extractall(sys.argv[1]{fully})\n"
    command = [sys.executable, "-c", program, directory]

    def work():
        digest = hashlib.md5()
        with open(archive, "rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
        process = subprocess.Popen(command, stdin=subprocess.PIPE)
        opened = unseal(archive) if unseal else contextlib.nullcontext(open(archive, "rb"))
        with opened as source:
            while chunk := source.read(CHUNK):
                process.stdin.write(chunk)
        process.stdin.close()
        return end_of(process, command)

    return timed(work, lambda: 0)


@contextlib.contextmanager
def openssl(archive, key, passphrase):
    """What is in a container of version 2. The existing tools do the same with the same library, in Python."""
    with open(archive, "rb", buffering=0) as file:
        head = file.read(32)
        length, start = int(head.split(b"\0")[1]), head.index(b"\0", 2) + 1
        file.seek(start)
        unwrap = ["openssl", "pkeyutl", "-decrypt", "-inkey", key, "-passin", f"pass:{passphrase}", "-pkeyopt", "rsa_padding_mode:oaep"]
        content_key = subprocess.run(unwrap, input=file.read(length), stdout=subprocess.PIPE, check=True).stdout
        os.lseek(file.fileno(), start + length + 1, os.SEEK_SET)
        command = ["openssl", "enc", "-d", "-aes-256-cbc", "-K", content_key.hex(), "-iv", "0" * 32]
        with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE) as process:
            yield process.stdout
    if process.returncode:
        raise SystemExit(f"bench: openssl ended with {process.returncode}")


def command_line(command, size_of, environment=None, output=None):
    def work():
        with open(output or os.devnull, "wb") as sink:
            return end_of(subprocess.Popen(command, stdout=sink, env=environment), command)

    return timed(work, size_of)


def tar_and(home, target, packer):
    sites, name = os.path.split(home)
    return command_line(["sh", "-c", f'tar -C "$0" -cf - "$1" | {packer} >"$2"', sites, name, target], lambda: os.path.getsize(target))


class Mkbackup:
    """The program, in the context of one site below a root, with jobs for all that is measured."""

    def __init__(self, program, root, home):
        self.program, self.root, self.home = program, root, home
        self.environment = {
            **os.environ,
            "MKBACKUP_SYSTEM_ROOT": root,
            "MKBACKUP_CONTEXT": "site",
            "MKBACKUP_PASSPHRASE": PASSPHRASE,
            "OMD_SITE": os.path.basename(home),
            "OMD_ROOT": home,
        }
        os.makedirs(f"{root}/backups", exist_ok=True)
        os.makedirs(f"{root}/etc/mkbackup", exist_ok=True)
        self.write_settings("")

    def configure(self, sealed=False):
        key = self.make_key() if sealed else None
        job = {"schedule": None, "target": "store", "title": "Measured"}
        jobs = {
            "gzip": {**job, "compress": True, "encrypt": None},
            "plain": {**job, "compress": False, "encrypt": None},
            "sealed": {**job, "compress": True, "encrypt": key},
        }
        target = {"remote": ("local", {"is_mountpoint": False, "path": f"{self.root}/backups"}), "title": "Store"}
        with open(f"{self.home}/etc/check_mk/backup.mk", "w") as file:
            file.write(repr({"jobs": jobs, "targets": {"store": target}}) + "\n")
        ast.literal_eval(open(f"{self.home}/etc/check_mk/backup.mk").read())

    def make_key(self):
        command = [f"{self.program}/bin/mkbackup", "key", "create", "--alias", "bench", "--bits", "2048"]
        made = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return made.stdout.split()[-1]

    @contextlib.contextmanager
    def settings(self, text):
        self.write_settings(text)
        try:
            yield self
        finally:
            self.write_settings("")

    def write_settings(self, text):
        with open(f"{self.root}/etc/mkbackup/mkbackup.conf", "w") as file:
            file.write(f"limits.priority = normal\n{text}\n")

    def backup(self, job, before=()):
        command = [*before, f"{self.program}/bin/mkbackup", "backup", job]
        return command_line(command, lambda: self.size(job), self.environment)

    def start_backup(self, job):
        command = [f"{self.program}/bin/mkbackup", "backup", job]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=self.environment)

    def archives(self, job):
        return [file for file in glob.glob(f"{self.root}/backups/*-{job}-complete/site-*")]

    def size(self, job):
        return sum(os.path.getsize(file) for file in self.archives(job))

    def restore(self, job):
        backup = os.path.basename(os.path.dirname(self.archives(job)[0]))
        command = [f"{self.program}/bin/mkbackup", "restore", "store", backup]
        return command_line(command, lambda: 0, self.environment)

    def unseal(self, archive):
        """Opens a sealed archive as the existing tools do."""
        text = open(f"{self.home}/etc/check_mk/backup_keys.mk").read()
        keys = ast.literal_eval(text[text.index("(") + 1 : text.rindex(")")])
        key = f"{self.root}/key.pem"
        with open(key, "w") as file:
            file.write(next(iter(keys.values()))["private_key"])
        return openssl(archive, key, PASSPHRASE)

    def jobs(self):
        return command_line([f"{self.program}/bin/mkbackup", "jobs"], lambda: 0, self.environment)

    def forget(self, job):
        for directory in glob.glob(f"{self.root}/backups/*-{job}-complete"):
            shutil.rmtree(directory)
