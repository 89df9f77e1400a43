# Sourced after private-site.sh: a site, and file systems whose servers fail as they are told.

served=/var/tmp/served
home=/omd/sites/heute
state=$home/var/check_mk/backup/nightly.state
cd /var/tmp
mkdir -p /etc/mkbackup
make_site heute

# Mounts at a directory what a server of a user's has in $served.
serve() {
  [ -d $served ] || install -d -o "$1" $served
  printf '#!/bin/sh\nexec python3 %s %s setpriv --reuid=%s --regid=%s --init-groups %s\n' \
    /var/tmp/unsteady.py /var/tmp/fault "$1" "$1" /usr/lib/openssh/sftp-server >server
  chmod 755 server
  mkdir -p "$2"
  sshfs -o ssh_command=/var/tmp/server,allow_other,sshfs_sync,direct_io,no_readahead "x:$served" "$2"
  where="$1 $2"
}

# Has the server fail: KIND BYTES, as unsteady.py says.
fault() {
  echo "$*" >fault.new
  mv fault.new fault
}

# All is well again.
steady() {
  rm -f fault
  mountpoint -q "${where#* }" || serve $where
}

# A job that backs up to /var/tmp/nas.
make_job() {
  as heute sh -euc 'cat >$OMD_ROOT/etc/check_mk/backup.mk' <<'CONFIGURATION'
{'jobs': {'nightly': {'title': 'N', 'target': 'nas', 'compress': False, 'encrypt': None,
                      'schedule': None}},
 'targets': {'nas': {'title': 'T', 'remote': ('local', {'path': '/var/tmp/nas',
                                                        'is_mountpoint': True})}}}
CONFIGURATION
}

# Three million bytes more in the site.
grow() {
  as heute sh -euc 'head -c 3000000 /dev/urandom >$OMD_ROOT/var/grown'
}

state_is() {
  grep -q "\"success\": $1" $state || die "not $1: $(cat $state)"
}

stalls_after_a_second() {
  : >mail
  chmod 666 mail
  echo 'limits.stalled = 1 s, notify = [/bin/sh, -c, "cat >/var/tmp/mail"]' \
    >/etc/mkbackup/mkbackup.conf
}

has_loop_devices() {
  truncate -s 1M probe
  if loop=$(losetup -f --show probe 2>/dev/null); then losetup -d "$loop"; else echo "no loop devices"; false; fi
}

# Waits until a file has a text, for half a minute.
await() {
  tries=0
  until grep -qF "$2" "$1"; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || die "no '$2' in: $(cat "$1"; cat err)"
    sleep 0.05
  done
}

# Starts the job, and does something while its archive grows.
in_the_middle() {
  echo 'limits.bandwidth = 2 MiB' >/etc/mkbackup/mkbackup.conf
  as heute mkbackup backup nightly >out 2>err &
  until [ "$(cat nas/*-incomplete/site-heute.tar 2>/dev/null | wc -c)" -gt 1000000 ]; do sleep 0.02; done
  "$@"
  status=0
  wait $! || status=$?
  rm /etc/mkbackup/mkbackup.conf
}
