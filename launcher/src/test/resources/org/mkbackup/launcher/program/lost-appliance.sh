# Has cron back up an appliance to a mounted target, loses the appliance and brings it back.
# Run in a private root.
#
# lost-appliance.sh PROGRAM ROOT

set -eu
PATH=$1/bin:$PATH
root=$2
export MKBACKUP_SYSTEM_ROOT="$root" MKBACKUP_CONTEXT=system
store=$root/mnt/auto/nas
messages=/var/tmp/messages

die() {
  echo "FAILED: $*" >&2
  cat "$messages" >&2 || :
  exit 99
}

# Waits for a command to succeed, three minutes at most.
wait_for() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ $tries -lt 1800 ] || die "waited in vain for: $*"
    sleep 0.1
  done
}

# What an appliance holds, but for what runs leave in it.
tree() {
  cd "$root"
  find rw/etc omd/apache omd/versions omd/sites \( -path '*/tmp/*' -o -name mkbackup.log \) -prune \
    -o -printf '%p %y %m %u:%g %l\n' | sort
  find rw/etc omd/apache omd/versions omd/sites \( -path '*/tmp/*' -o -name mkbackup.log \) -prune \
    -o -type f -print0 | sort -z | xargs -0 cksum
}

# The system's log.
mkdir -p "$root/dev"
cat >/var/tmp/rsyslog.conf <<CONF
module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="$root/dev/log")
*.* action(type="omfile" file="$messages")
CONF
: >$messages
rsyslogd -n -i /var/tmp/rsyslog.pid -f /var/tmp/rsyslog.conf >/var/tmp/said 2>&1 &
wait_for test -S "$root/dev/log"

# A target on a mount, and a job that runs in a moment.
mkbackup mount add nas --type nfs --source store:/backups
mkdir -p "$store"
mount -t tmpfs -o size=64m store "$store"
mkbackup target add nas local --title NAS --path "$store" --mountpoint
mkbackup job add all --title All --target nas --daily --at "$(date -d '1 minute' +%H:%M)" \
  --at "$(date -d '2 minutes' +%H:%M)" --at "$(date -d '3 minutes' +%H:%M)"
status=0
mkbackup status >/var/tmp/status || status=$?
[ $status = 2 ] || die "a job that never ran is all right: $(cat /var/tmp/status)"

before=$(tree)
{
  echo "MKBACKUP_SYSTEM_ROOT=$root"
  echo MKBACKUP_CONTEXT=system
  cat "$root/etc/cron.d/mkbackup"
} >/etc/cron.d/mkbackup
/usr/sbin/cron -f &
cron=$!
wait_for grep -qs '"state": "finished"' "$root/var/lib/mkbackup/all.state"
kill $cron
mkbackup status all || die "after a good run something needs a look"

# Lost: the configuration of the system, the data volume, the sites.
rm -rf "$root/rw/etc" "$root/omd/apache" "$root"/omd/versions/* "$root"/omd/sites/*

mkbackup list nas
id=$(ls "$store")
mkbackup restore --no-reboot nas "$id"
[ "$before" = "$(tree)" ] || die "it came back otherwise: $(tree)"
wait_for grep -q 'mkbackup\[.*backup all: --- Backup completed' $messages
wait_for grep -q 'mkbackup\[.*--- Restore completed' $messages
