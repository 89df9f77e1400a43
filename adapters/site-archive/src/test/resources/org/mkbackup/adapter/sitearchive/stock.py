"""Writes an archive of a site to standard output as Checkmk's own tool does. Arguments: directory of sites, site."""
import os
import sys
import tarfile

# Python sorts names that are not UTF-8 behind others; without them there is no difference.
tarfile.sorted = lambda names: sorted(names, key=os.fsencode)

top, site = sys.argv[1:3]
with tarfile.open(fileobj=sys.stdout.buffer, mode="w|" + "".join(sys.argv[3:]), format=tarfile.PAX_FORMAT) as archive:
    archive.add(os.path.join(top, site, "version"), site + "/version")
    archive.add(os.path.join(top, site), site, filter=lambda member: None if member.isdev() and not member.isfifo() else member)
