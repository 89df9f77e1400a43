"""Disks that are full, targets that go, damaged archives, several runs at once, and lost power."""

import contextlib
import ctypes
import fcntl
import glob
import os
import shutil
import signal
import struct
import subprocess
import time

from kills import check_next_start
from place import Wrong, finished, write

# EXT4_IOC_SHUTDOWN: the file system ends at once, and what its journal hasn't on the disk is lost.
SHUTDOWN, WITHOUT_FLUSH, WITH_FLUSH = 0x8004587D, 2, 1


def refused(result, place, *allowed):
    """Success, or one line and exit code 3."""
    if result.returncode == 0:
        return "went well"
    lines = [line for line in result.stderr.splitlines() if line.strip() and not line.startswith("WARNING:")]
    if result.returncode != 3 or len(lines) != 1 or "\tat " in result.stderr:
        raise Wrong(f"exit {result.returncode}: {result.stderr}")
    return "refused"


@contextlib.contextmanager
def mounted(place, directory, size):
    """A small file system in a directory's place, with what was in the directory."""
    aside = f"{place.root}/aside"
    subprocess.run(["cp", "-a", directory, aside], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "torture", directory], check=True)
    try:
        yield aside
    finally:
        subprocess.run(["umount", "-l", directory], check=True)
        shutil.rmtree(aside)


def full_target(place):
    job = place.random.choice(("plain", "packed", "sealed"))
    place.must("backup", job)
    used = sum(os.path.getsize(file) for file in glob.glob(f"{place.nas}/*-{job}-complete/*"))
    size = used + 40960 + place.random.randrange(int(used * 1.2))
    with mounted(place, place.nas, size):
        for name in glob.glob(f"{place.root}/aside/*-{job}-complete"):
            shutil.copytree(name, f"{place.nas}/{os.path.basename(name)}")
        before = place.whole_backups(job)
        how = refused(place.run("backup", job), place)
        if not set(before) <= set(place.whole_backups(job)) or place.left_over():
            raise Wrong(f"of {before} stand {place.whole_backups(job)}; left over: {place.left_over()}")
    return how


def full_site(place):
    """The site is in a file system of its own, which has no room for two trees."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"
    used = int(subprocess.run(["du", "-s", "-B1", place.home], capture_output=True, text=True, check=True).stdout.split()[0])
    sites = os.path.dirname(place.home)
    with mounted(place, sites, used + 400_000 + place.random.randrange(int(used * 1.1))) as aside:
        subprocess.run(["cp", "-a", f"{aside}/.", sites], check=True)
        how = refused(place.run("restore", "shelf", place.backups[wanted]), place)
        if place.tree() != (wanted if how == "went well" else was):
            raise Wrong(f"{how}, and the site is the {place.tree()} one")
        if not place.is_running() or place.left_over():
            raise Wrong(f"{how}, running: {place.is_running()}, left over: {place.left_over()}")
    return how


def full_temp(place):
    """No room for state files of restores and for locks: a warning at most, or nothing is begun."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"
    with mounted(place, f"{place.root}/tmp", 4096):
        with contextlib.suppress(OSError), open(f"{place.root}/tmp/fills", "wb") as file:
            file.write(bytes(1 << 16))
        how = refused(place.run("restore", "shelf", place.backups[wanted]), place)
        if place.tree() != (wanted if how == "went well" else was) or not place.is_running():
            raise Wrong(f"{how}, and the site is the {place.tree()} one, running: {place.is_running()}")
    return how


def target_goes(place):
    """The target's directory is removed, or taken away, while the archive grows."""
    place.must("backup", "plain")
    aside = f"{place.root}/gone"
    process = place.start("backup", "plain")
    while process.poll() is None and not glob.glob(f"{place.nas}/*-plain-incomplete"):
        time.sleep(0.0005)
    time.sleep(place.random.uniform(0, 0.2))
    removed = place.random.random() < 0.5
    if removed:
        for name in glob.glob(f"{place.nas}/*-plain-incomplete"):
            shutil.rmtree(name, ignore_errors=True)
    else:
        os.rename(place.nas, aside)
    how = refused(finished(process), place)
    if not removed:
        os.rename(aside, place.nas)
    if not place.whole_backups("plain"):
        raise Wrong("no backup stands")
    check_next_start(place)
    return f"{'removed' if removed else 'renamed'}, {how}"


def damaged(place):
    """An archive that is cut, changed or out of order changes nothing, or is the same after all."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"
    with open(glob.glob(f"{place.shelf}/{place.backups[wanted]}/site-*")[0], "rb") as file:
        content = bytearray(file.read())
    how = place.random.choice(("cut", "flipped", "zeros", "out of order", "longer"))
    at = place.random.randrange(len(content))
    if how == "cut":
        del content[at:]
    elif how == "flipped":
        content[at] ^= 1 << place.random.randrange(8)
    elif how == "zeros":
        content[at : at + 4096] = bytes(len(content[at : at + 4096]))
    elif how == "out of order":
        content[at : at + 1024] = content[at + 512 : at + 1024] + content[at : at + 512]
    else:
        content += os.urandom(1 + at % 1000)
    copy = f"{place.shelf}/damaged"
    shutil.copytree(f"{place.shelf}/{place.backups[wanted]}", copy)
    try:
        archive = glob.glob(f"{copy}/site-*")[0]
        write(archive, bytes(content))
        if wanted == "old" and place.random.random() < 0.5:
            result = place.run("omd", "restore", "--kill", archive)
        else:
            result = place.run("restore", "shelf", "damaged", *place.random.choice(((), ("--no-verify",))))
        told = refused(result, place)
    finally:
        shutil.rmtree(copy)
    now = place.tree()
    if now != (wanted if told == "went well" else was) or not place.is_running():
        raise Wrong(f"{how} at {at}: {told}, and the site is the {now} one, running: {place.is_running()}")
    if place.left_over():
        raise Wrong(f"left over: {place.left_over()}")
    return f"{how}, {told}"


def two_at_once(place):
    """Runs that overlap exclude each other, or both are good."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"
    runs = {
        "one job twice": (("backup", "plain"), ("backup", "plain")),
        "two jobs": (("backup", "plain"), ("backup", "packed")),
        "backup and restore": (("backup", "plain"), ("restore", "shelf", place.backups[wanted])),
        "backup and prune": (("backup", "packed"), ("prune", "packed")),
        "two restores": (("restore", "shelf", place.backups[wanted]), ("restore", "shelf", place.backups[was])),
        "omd backup and restore": (("omd", "backup", f"{place.root}/two.tar"), ("restore", "shelf", place.backups[wanted])),
    }
    what = place.random.choice(list(runs))
    started = []
    for words in runs[what]:
        started.append(place.start(*words))
        time.sleep(place.random.choice((0, place.random.uniform(0, 0.6))))
    told = [refused(finished(process), place) for process in started]
    if told == ["refused", "refused"]:
        raise Wrong(f"{what}: neither was done")
    for job in ("plain", "packed"):
        place.whole_backups(job)
    check_next_start(place)
    return f"{what}, {'both done' if told == ['went well'] * 2 else 'one refused'}"


def beside_the_existing_tools(place):
    """Python's fcntl.flock, as the existing tools lock, keeps us out, and we keep it out."""
    lock = f"{place.root}/run/lock/mkbackup/mkbackup-heute.lock"
    place.must("backup", "plain")
    if place.random.random() < 0.5:
        with open(lock, "a") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            before = place.whole_backups("plain")
            if refused(place.run("backup", "plain"), place) != "refused" or place.whole_backups("plain") != before:
                raise Wrong("it ran beside another one")
        return "they were first"
    process = place.start("backup", "plain")
    while process.poll() is None and not glob.glob(f"{place.nas}/*-plain-incomplete"):
        time.sleep(0.0005)
    os.kill(process.pid, signal.SIGSTOP)
    held = False
    with open(lock, "a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held = True
    os.kill(process.pid, signal.SIGCONT)
    if refused(finished(process), place) != "went well" or not held:
        raise Wrong(f"the lock was held: {held}")
    return "we were first"


@contextlib.contextmanager
def disk(place, megabytes):
    """A file system of ext4 in a file."""
    image, directory = f"{place.root}/disk", f"{place.root}/power"
    with open(image, "wb") as file:
        file.truncate(megabytes << 20)
    # Many commits of its journal, so that the power may fail between any two.
    subprocess.run(["mkfs.ext4", "-q", "-F", "-I", "256", image], check=True)
    os.makedirs(directory, exist_ok=True)
    mount = ["mount", "-o", f"loop,commit=1,{place.random.choice(('data=ordered', 'data=writeback'))}", image, directory]
    subprocess.run(mount, check=True)

    def lose_power():
        descriptor = os.open(directory, os.O_RDONLY)
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", place.random.choice((WITHOUT_FLUSH, WITHOUT_FLUSH, WITH_FLUSH))))
        os.close(descriptor)

    def come_back():
        subprocess.run(["umount", "-l", directory], check=True)
        for _ in range(100):
            if subprocess.run(mount, check=False, capture_output=True).returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError("the disk can't be mounted again")

    try:
        yield directory, lose_power, come_back
    finally:
        subprocess.run(["umount", "-l", directory], check=False)
        os.remove(image)


def sync():
    ctypes.CDLL(None).sync()


def target_loses_power(place):
    """After the target's file system lost what was not durable, whole backups of the job stand."""
    job = place.random.choice(("plain", "packed", "sealed"))
    place.must("backup", job)
    with disk(place, 128) as (directory, lose_power, come_back):
        shutil.copytree(place.nas, f"{directory}/nas")
        aside, place.nas = place.nas, f"{directory}/nas"
        os.rename(aside, f"{place.root}/nas.aside")
        os.symlink(place.nas, aside)
        try:
            sync()
            before = place.whole_backups(job)
            identity = os.stat(glob.glob(f"{place.nas}/*-{job}-complete")[0]).st_ino
            process = place.start("backup", job)
            if place.random.random() < 0.7:
                while process.poll() is None and not new_name(place, job, identity):
                    time.sleep(0.0003)
                time.sleep(place.random.choice((0, 0, place.random.uniform(0, 0.02))))
            else:
                time.sleep(place.random.uniform(0.4, 1.4))
            good = process.poll() == 0
            lose_power()
            finished(process)
            come_back()
            after = place.whole_backups(job)
            if len(after) < min(len(before), 2):
                raise Wrong(f"of {before} stand {after}")
            place.must("backup", job)
            if len(place.whole_backups(job)) != 2 or place.left_over():
                raise Wrong(f"after the next run stand {place.whole_backups(job)}; left over: {place.left_over()}")
        finally:
            os.remove(aside)
            os.rename(f"{place.root}/nas.aside", aside)
            place.nas = aside
    return "after the run" if good else "during the run"


def new_name(place, job, identity):
    """Whether the old one has lost its name, or the new one its manifest's last byte to the disk."""
    try:
        return os.stat(glob.glob(f"{place.nas}/*-{job}-complete")[0]).st_ino != identity
    except (IndexError, OSError):
        return True


def site_loses_power(place):
    """After the site's file system lost what was not durable, the next start makes it old or new."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"
    sites = os.path.dirname(place.home)
    with disk(place, 256) as (directory, lose_power, come_back):
        subprocess.run(["cp", "-a", sites, directory], check=True)
        os.rename(sites, f"{place.root}/sites.aside")
        os.symlink(f"{directory}/sites", sites)
        try:
            sync()
            process = place.start("restore", "shelf", place.backups[wanted])
            seen = place.random.choice(("mkbackup-journal", "mkbackup-journal", "mkbackup-accepted", "mkbackup-new"))
            while process.poll() is None and not os.path.exists(f"{place.journal}/{seen}"):
                time.sleep(0.0002)
            time.sleep(place.random.choice((0, place.random.uniform(0, 0.01), place.random.uniform(0, 0.5))))
            good = process.poll() == 0
            lose_power()
            finished(process)
            come_back()
            # A boot starts the sites.
            write(f"{place.home}/tmp/run/running", "")
            check_next_start(place)
            if good and place.tree() != wanted:
                raise Wrong("the restore went well, and the site is the old one")
        finally:
            os.remove(sites)
            os.rename(f"{place.root}/sites.aside", sites)
    return f"at {seen[9:]}" if not good else "after the run"
