"""Prints what facts.py prints, of an archive on standard input, read as a stream; its first member is passed over."""
import decimal
import os
import sys
import tarfile

import facts

KINDS = {tarfile.REGTYPE: "file", tarfile.LNKTYPE: "hard link", tarfile.SYMTYPE: "symlink",
         tarfile.DIRTYPE: "directory", tarfile.FIFOTYPE: "fifo"}

with tarfile.open(fileobj=sys.stdin.buffer, mode="r|*") as archive:
    for number, member in enumerate(archive):
        if number == 0:
            assert member.issym() and member.name.endswith("/version"), member.name
            continue
        kind = KINDS[member.type]
        rest = os.fsencode(member.linkname)
        if kind == "file":
            rest = facts.content(archive.extractfile(member))
        time = decimal.Decimal(member.pax_headers.get("mtime", int(member.mtime)))
        facts.line(os.fsencode(member.name), kind, member.mode, member.uid, member.gid, member.uname, member.gname,
                   int((time * 1_000_000_000).to_integral_value()), rest)
