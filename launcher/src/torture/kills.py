"""SIGKILL at random moments, and what has to hold afterwards."""

import glob
import os
import shutil
import signal
import tarfile
import time

from place import RETENTION, Wrong

STEP = 0.0005


def strike(place, command, phases, now):
    """Kills at a random time, or soon after a random phase is seen. Returns the phase that it was in."""
    seconds = place.took.get(command[0], 1)
    process = place.start(*command)
    wanted = None if place.random.random() < 0.3 else place.random.choice(phases)
    until = time.monotonic() + (place.random.uniform(0, seconds * 1.1) if wanted is None else 60)
    while process.poll() is None and time.monotonic() < until and (wanted is None or now() != wanted):
        time.sleep(STEP)
    if wanted is not None:
        time.sleep(place.random.choice((0, place.random.uniform(0, 0.01), place.random.uniform(0, seconds / 3))))
    alive = process.poll() is None
    if place.random.random() < 0.5:
        os.kill(process.pid, signal.SIGKILL) if alive else None
    elif alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return now() if alive else "ended before"


def kill_backup(place):
    """A whole backup of the job stands at the kill, and the next run cleans up and works."""
    job = place.random.choice(("plain", "packed", "sealed"))
    place.must("backup", job)
    before = place.whole_backups(job)
    newest = [n for n in before if n.endswith("-complete")][0]
    identity = os.stat(f"{place.nas}/{newest}").st_ino

    def now():
        incomplete = glob.glob(f"{place.nas}/*-{job}-incomplete")
        if incomplete:
            if not os.path.exists(f"{place.nas}/{newest}"):
                return "between the names"
            return "manifest is there" if os.path.exists(f"{incomplete[0]}/mkbackup.info") else "archive grows"
        try:
            return "before" if os.stat(f"{place.nas}/{newest}").st_ino == identity else "new one stands"
        except FileNotFoundError:
            return "between the names"

    phases = ["archive grows", "manifest is there", "between the names", "new one stands"]
    phase = strike(place, ("backup", job), phases, now)
    if len(place.whole_backups(job)) < min(len(before), RETENTION):
        raise Wrong(f"of {before} stand {place.whole_backups(job)}")
    listed = place.must("list", "nas").stdout
    if "Problem:" in listed:
        raise Wrong(listed)
    place.must("backup", job)
    after = place.whole_backups(job)
    if len(after) != RETENTION or place.left_over():
        raise Wrong(f"after the next run stand {after}; left over: {place.left_over()}")
    return phase


def kill_restore(place):
    """The next start makes the site the old or the new one, and it runs."""
    was = place.tree()
    wanted = "new" if was == "old" else "old"

    def now():
        names = set(os.listdir(place.journal)) if os.path.isdir(place.journal) else set()
        if "mkbackup-accepted" in names:
            return "accepted"
        if "mkbackup-journal" in names:
            return "swap, site down" if not place.is_running() else "swap, site up"
        if "mkbackup-new" in names:
            return "unpacking" if place.is_running() else "unpacked, site down"
        return "before or after"

    phases = ["unpacking", "unpacked, site down", "swap, site down", "accepted", "accepted"]
    phase = strike(place, ("restore", "shelf", place.backups[wanted]), phases, now)
    if phase == "unpacking" and place.listing() != place.trees[was]:
        raise Wrong("the site was touched while its new tree was unpacked")
    check_next_start(place)
    return phase


def check_next_start(place):
    place.must("backup", "plain")
    place.tree()
    if not place.is_running():
        raise Wrong("the site ran, and isn't started again")
    if place.left_over():
        raise Wrong(f"left over: {place.left_over()}")


def kill_recovery(place):
    """A start that finishes or undoes a restore may be killed as well."""
    wanted = "new" if place.tree() == "old" else "old"
    process = place.start("restore", "shelf", place.backups[wanted])
    while process.poll() is None and not glob.glob(f"{place.journal}/mkbackup-[ja]*"):
        time.sleep(STEP)
    time.sleep(place.random.uniform(0, 0.01))
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    begun = "undone" if os.path.exists(f"{place.journal}/mkbackup-journal") else "finished"

    def now():
        return f"to be {begun}" if os.path.isdir(place.journal) else "in order"

    phase = strike(place, ("backup", "plain"), [f"to be {begun}", "in order"], now)
    check_next_start(place)
    return phase


def kill_prune(place):
    """What is kept stands, what is removed is gone after the next backup, and no half one is listed."""
    place.must("backup", "packed")
    newest = [n for n in place.whole_backups("packed") if n.endswith("-complete")][0]
    for day in range(10, 28):
        copy = f"{place.nas}/{newest.replace('complete', f'202601{day}T013000Z')}"
        shutil.copytree(f"{place.nas}/{newest}", copy, copy_function=os.link, dirs_exist_ok=True)
    many = len(place.whole_backups("packed"))

    def now():
        left = len(glob.glob(f"{place.nas}/*-packed-*/mkbackup.info"))
        return "before" if left == many else "all removed" if left == RETENTION else "removing"

    phase = strike(place, ("prune", "packed"), ["removing", "removing", "all removed"], now)
    kept = place.whole_backups("packed")
    if newest not in kept or len(kept) < RETENTION:
        raise Wrong(f"only {kept} stand")
    place.must("prune", "packed")
    if len(place.whole_backups("packed")) != RETENTION:
        raise Wrong(f"after the next one stand {place.whole_backups('packed')}")
    place.must("backup", "packed")
    if place.left_over():
        raise Wrong(f"left over: {place.left_over()}")
    return phase


def kill_omd_backup(place):
    """Under its name stands the archive before, or a whole new one."""
    archive = f"{place.root}/archive.tar.gz"
    if not os.path.exists(archive):
        place.must("omd", "backup", archive)
    before = os.stat(archive).st_ino

    def now():
        if os.stat(archive).st_ino != before:
            return "new one stands"
        return "archive grows" if glob.glob(f"{place.root}/.archive.tar.gz.*.part") else "before"

    phase = strike(place, ("omd", "backup", archive), ["archive grows", "new one stands"], now)
    with tarfile.open(archive) as whole:
        if len(whole.getmembers()) < 500:
            raise Wrong("members are missing")
    for part in glob.glob(f"{place.root}/.archive.tar.gz.*.part"):
        if os.stat(part).st_mode & 0o077:
            raise Wrong(f"others can read {part}")
        os.remove(part)
    return phase
