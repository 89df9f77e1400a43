"""Makes a backup of a site as Checkmk's own tools do.

    checkmk-backup.py HOME DIRECTORY ARCHIVE sorted|listed [KEYFILE]

Those of Python 2 took the entries of a directory as they came, and wrote GNU's format: `listed`.
With a key file the archive is sealed with its first key.
"""
import ast
import hashlib
import json
import os
import subprocess
import sys
import tarfile

home, directory, name, order = sys.argv[1:5]
keyfile = sys.argv[5] if len(sys.argv) > 5 else None
site = os.path.basename(home)
archive = os.path.join(directory, name)
os.makedirs(directory)


def add(tar, path, inside):
    """Python's own `add` sorts since 3.7."""
    if os.path.islink(path) or not os.path.isdir(path):
        tar.add(path, inside)
        return
    tar.add(path, inside, recursive=False)
    names = sorted(os.listdir(path))
    if order == "listed":
        names.reverse()
    for entry in names:
        if inside != site or entry != "tmp":
            add(tar, path + "/" + entry, inside + "/" + entry)
        else:
            tar.add(path + "/tmp", inside + "/tmp", recursive=False)


def openssl(*words, data):
    return subprocess.run(["openssl", *words], input=data, stdout=subprocess.PIPE, check=True).stdout


def seal(content):
    text = open(keyfile).read()
    key = ast.literal_eval(text[text.index("(") + 1 : text.rindex(")")])[1]
    certificate = os.path.join(directory, "certificate")
    open(certificate, "w").write(key["certificate"])
    secret = os.urandom(32)
    wrapped = openssl(
        "pkeyutl", "-encrypt", "-certin", "-inkey", certificate,
        "-pkeyopt", "rsa_padding_mode:oaep", data=secret,
    )
    os.unlink(certificate)
    content += b"\x10" * 16  # Its writer can leave a block of padding too many.
    sealed = openssl("enc", "-aes-256-cbc", "-K", secret.hex(), "-iv", "0" * 32, data=content)
    return b"2\0%d\0" % len(wrapped) + wrapped + b"\0" + sealed


def key_id():
    text = open(os.path.join(home, "etc/check_mk/backup.mk")).read()
    return ast.literal_eval(text)["jobs"]["nightly"]["encrypt"]


mode = "w|gz" if ".gz" in name else "w|"
form = tarfile.PAX_FORMAT if order == "sorted" else tarfile.GNU_FORMAT
with tarfile.open(archive, mode, format=form) as tar:
    tar.add(home + "/version", site + "/version")
    add(tar, home, site)
if keyfile:
    with open(archive, "rb") as file:
        content = file.read()
    with open(archive, "wb") as file:
        file.write(seal(content))

with open(archive, "rb") as file:
    stored = file.read()
info = {
    "type": "Check_MK",
    "job_id": "nightly",
    "config": {
        "title": "Nightly", "target": "nas", "compress": ".gz" in name, "no_history": False,
        "encrypt": key_id() if keyfile else None, "schedule": None,
    },
    "hostname": "klappfel",
    "files": [[name, len(stored), hashlib.md5(stored).hexdigest()]],
    "finished": 1502657447.534146,
    "size": len(stored),
    "site_id": site,
    "site_version": os.path.basename(os.readlink(home + "/version")),
}
with open(os.path.join(directory, "mkbackup.info"), "w") as file:
    json.dump(info, file, sort_keys=True, indent=4, separators=(",", ": "))
