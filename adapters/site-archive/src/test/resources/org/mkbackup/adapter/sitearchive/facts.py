"""Prints all that is known of the files below a directory, in the order of an archive."""
import grp
import hashlib
import os
import pwd
import stat
import sys


def name_of(lookup, number):
    try:
        return lookup(number)[0]
    except (KeyError, OverflowError):
        return ""


def line(name, kind, mode, uid, gid, user, group, nanos, rest):
    # Java sets the times of symlinks no finer than microseconds.
    time = nanos // 1000 * 1000 if kind == "symlink" else nanos
    mode = 0o777 if kind == "symlink" else mode
    print(ascii(name), kind, "%04o" % mode, uid, gid, ascii(user), ascii(group), time, ascii(rest))


def content(stream):
    digest = hashlib.sha256()
    size = 0
    while chunk := stream.read(1 << 20):
        digest.update(chunk)
        size += len(chunk)
    return (size, digest.hexdigest())


def walk(top, name, first_names):
    path = os.path.join(top, name)
    found = os.lstat(path)
    kind, rest = None, b""
    if stat.S_ISREG(found.st_mode):
        first = first_names.setdefault((found.st_dev, found.st_ino), name)
        kind = "file" if first == name else "hard link"
        if kind == "file":
            with open(path, "rb") as f:
                rest = content(f)
        else:
            rest = first
    elif stat.S_ISDIR(found.st_mode):
        kind = "directory"
    elif stat.S_ISLNK(found.st_mode):
        kind, rest = "symlink", os.readlink(path)
    elif stat.S_ISFIFO(found.st_mode):
        kind = "fifo"
    if kind:
        line(name, kind, stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid,
             name_of(pwd.getpwuid, found.st_uid), name_of(grp.getgrgid, found.st_gid), found.st_mtime_ns, rest)
    if kind == "directory":
        for child in sorted(os.listdir(path)):
            walk(top, os.path.join(name, child), first_names)


if __name__ == "__main__":
    top, site = os.fsencode(sys.argv[1]), os.fsencode(sys.argv[2])
    walk(top, site, {})
