"""Makes a site with all that a tar archive can say of files. Arguments: its directory."""
import os
import random
import socket
import stat
import sys

home = os.fsencode(sys.argv[1])
times = []


def path(name):
    return os.path.join(home, name)


def settle(name, mode=None):
    nanos = 1_500_000_000_123_456_789 + 1_000_000_007 * len(times)
    times.append((path(name), nanos, mode))


def directory(name, mode=0o755):
    os.makedirs(path(name), exist_ok=True)
    settle(name, mode)


def file(name, content=b"content", mode=0o644):
    with open(path(name), "wb") as f:
        f.write(content)
    settle(name, mode)


def symlink(name, text):
    os.symlink(text, path(name))
    settle(name)


os.makedirs(home)
symlink(b"version", b"../../versions/2.3.0p1.cre")
settle(b"", 0o751)

directory(b"modes")
for mode in (0o000, 0o400, 0o600, 0o666, 0o777, 0o4755, 0o2755, 0o6711, 0o1644, 0o7777):
    if mode or os.getuid() == 0:
        file(b"modes/%o" % mode, b"%o" % mode, mode)
for mode in (0o500, 0o700, 0o2775, 0o1777, 0o3750):
    directory(b"modes/d%o" % mode, mode)
    os.chmod(path(b"modes/d%o" % mode), 0o755)
    file(b"modes/d%o/inside" % mode)

directory(b"names")
for name in (b" ", b"a b", b"new\nline", b"-rf", b"\\", b"%41", b"gr\xc3\xb6\xc3\x9fe", b"latin\xe4\xff",
             b"\xf0\x9f\x90\xa7", b"x" * 255, b"\xc3\xa4" * 120, b"\x80" * 120, b"*", b"~", b"\x01\x7f"):
    file(b"names/" + name, name)
    directory(b"names/d" + name[:200])
    file(b"names/d" + name[:200] + b"/inside", name)
file(b"names/" + b"n" * 90, b"a name of 101 bytes with its path")

directory(b"deep")
deep = b"deep"
while len(deep) < 700:
    deep += b"/" + b"d%03d" % len(deep) + b"-" * 40
    directory(deep)
file(deep + b"/bottom")
symlink(deep + b"/link", b"t" * 300)

directory(b"links")
for number, text in enumerate((b"/nowhere", b"../../..", b"a//b/", b"dir/", b".", b"gr\xc3\xb6\xc3\x9fe", b"../\xff/..",
                               b"\xc3\xa4//b/", b"/", b"//x", b"l" * 100, b"l" * 101, b"new\nline", b"-s")):
    symlink(b"links/%02d" % number, text)

directory(b"hard")
file(b"hard/b first", b"shared")
os.link(path(b"hard/b first"), path(b"hard/c second"))
os.link(path(b"hard/b first"), path(b"hard/\xffthird"))
directory(b"hard/" + b"z" * 100)
os.link(path(b"hard/b first"), path(b"hard/" + b"z" * 100 + b"/fourth"))
file(b"hard/empty", b"")
os.link(path(b"hard/empty"), path(b"hard/empty too"))

directory(b"special")
for name in (b"fifo", b"fifo \xfc"):
    os.mkfifo(path(b"special/" + name))
    settle(b"special/" + name, 0o620)
os.chdir(path(b"special"))
socket.socket(socket.AF_UNIX).bind("socket")
if os.getuid() == 0:
    os.mknod(path(b"special/null"), 0o600 | stat.S_IFCHR, os.makedev(1, 3))
directory(b"special/empty")

directory(b"sizes")
random.seed(1)
for size in (0, 1, 511, 512, 513, 10240, 524287, 524288, 1500000):
    file(b"sizes/%d" % size, random.randbytes(size))

if os.getuid() == 0:
    directory(b"owners")
    for uid, gid in ((1, 1), (54321, 65432), (2097151, 2097152), (4294967294, 4294967294)):
        file(b"owners/%d" % uid)
        os.chown(path(b"owners/%d" % uid), uid, gid)
    os.lchown(path(b"links/00"), 7, 54321)

# A time long ago, one far away, and one without a fraction.
times.append((path(b"sizes/1"), -86400 * 1_000_000_000, None))
times.append((path(b"sizes/511"), 8_000_000_000 * 1_000_000_000, None))
times.append((path(b"sizes/512"), 1_600_000_000 * 1_000_000_000, None))

for name, nanos, mode in reversed(times[:-3]):
    if mode is not None:
        os.chmod(name, mode)
    os.utime(name, ns=(nanos, nanos), follow_symlinks=False)
for name, nanos, mode in times[-3:]:
    os.utime(name, ns=(nanos, nanos))
