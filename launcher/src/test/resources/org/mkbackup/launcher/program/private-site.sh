# Sourced in a private root: a version of Checkmk, its omd, and the program where all can read it.
# Functions for scripts; the first is make_version.

VERSION=2.3.0p1.cre
INSTALLED=/omd/versions/$VERSION
CALLS=/var/tmp/omd.calls

# Needs the program as its argument.
make_version() {
  mkdir -p /opt/mkbackup $INSTALLED/bin $INSTALLED/skel/etc /omd/sites
  mount --bind "$1" /opt/mkbackup
  PATH=/opt/mkbackup/bin:$PATH
  hooks=$INSTALLED/lib/omd/scripts/post-restore
  mkdir -p $hooks
  [ -e /etc/fstab ] || touch /etc/fstab
  getent group omd >/dev/null || groupadd -r omd
  : >$CALLS
  chmod 666 $CALLS
  printf 'User ###SITE###\nRoot ###ROOT###\n' >$INSTALLED/skel/etc/a.conf
  printf 'one\nsite ###SITE###\ntwo\n' >$INSTALLED/skel/etc/b.conf
  cat >$INSTALLED/bin/omd <<'OMD'
#!/bin/sh
# As root it does its work as the site's user, like Checkmk's own.
word=$1
shift
[ "${1:-}" != --bare ] || shift
if [ "$(id -u)" = 0 ]; then
  exec setpriv --reuid="$1" --regid="$1" --init-groups --inh-caps=-all \
    env OMD_SITE="$1" "$0" "$word"
fi
tmp=/omd/sites/$OMD_SITE/tmp
echo "$OMD_SITE $word" >>/var/tmp/omd.calls
case $word in
  status)
    if [ -f "$tmp/run/running" ]; then echo OVERALL 0; exit 0; fi
    echo OVERALL 1
    exit 1 ;;
  start)
    mountpoint -q "$tmp" || mount "$tmp"
    mkdir -p "$tmp/run"
    touch "$tmp/run/running" ;;
  stop) rm -f "$tmp/run/running" ;;
esac
OMD
  chmod 755 $INSTALLED/bin/omd
}

# A site with a user, a line in fstab, and a little of everything; stopped.
make_site() {
  home=/omd/sites/$1
  groupadd -r "$1"
  useradd -r -d "$home" -c "OMD site $1" -g "$1" -G omd -s /bin/bash "$1"
  echo "tmpfs  $home/tmp tmpfs noauto,user,mode=751,uid=$1,gid=$1 0 0" >>/etc/fstab
  mkdir "$home"
  chown "$1:$1" "$home"
  as "$1" /bin/sh -euc '
    cd "$OMD_ROOT"
    umask 022
    ln -s "../../versions/$1" version
    ln -s version/bin bin
    mkdir -p etc/omd etc/check_mk tmp var/log var/check_mk/rrd "a dir" empty local/bin
    printf "User %s\nRoot %s\nmine\n" "$OMD_SITE" "$OMD_ROOT" >etc/a.conf
    printf "one\nsite %s changed\ntwo\n" "$OMD_SITE" >etc/b.conf
    echo "CONFIG_APACHE_TCP_PORT='\''5000'\''" >etc/omd/site.conf
    echo "the tree of $OMD_SITE" >etc/check_mk/main.mk
    echo secret >etc/secret
    chmod 600 etc/secret
    ln etc/secret var/hard
    ln -s /nowhere "a dir/dangling"
    mkfifo var/fifo
    touch "$(printf "a dir/line\nbreak\033[31m")"
    chmod 2770 empty
    head -c 300000 /dev/urandom >var/check_mk/rrd/a.rrd
    ' sh $VERSION
}

# Runs a command as a site's user, in the site's environment.
as() {
  user=$1
  shift
  setpriv --reuid="$user" --regid="$user" --init-groups --inh-caps=-all \
    env -i PATH="$PATH" OMD_SITE="$user" OMD_ROOT="/omd/sites/$user" HOME="/omd/sites/$user" "$@"
}

omd_status() {
  $INSTALLED/bin/omd status --bare "$1" >/dev/null
}

# What a tree holds: type, mode, owner, time, size and target of each name, and what is in files.
# The program's own log tells of every run, and is left out.
tree() {
  (cd "$1" && find . -path ./tmp -prune -o -path ./var/log/mkbackup.log -prune -o -printf '%p %y %m %u:%g %l\n' | sort)
  (cd "$1" && find . -path ./tmp -prune -o -path ./var/log/mkbackup.log -prune -o -type f -print0 | sort -z | xargs -0 cksum)
}

# Runs a command that must fail so, with one line on standard error that holds the text.
refused() {
  code=$1
  text=$2
  shift 2
  status=0
  "$@" >/var/tmp/refused.out 2>/var/tmp/refused.err || status=$?
  [ "$status" = "$code" ] || die "exit $status instead of $code: $* $(cat /var/tmp/refused.err)"
  [ "$(grep -vc '^WARNING: ' /var/tmp/refused.err)" = 1 ] || die "not one line: $(cat /var/tmp/refused.err)"
  grep -qF -- "$text" /var/tmp/refused.err || die "no '$text' in: $(cat /var/tmp/refused.err)"
}

die() {
  echo "FAILED: $*" >&2
  exit 99
}

# Fails unless nothing is left of a site that couldn't be restored.
require_no_site() {
  ! getent passwd "$1" || die "a user is left"
  ! getent group "$1" || die "a group is left"
  ! grep "/$1/" /etc/fstab || die "a line is left in fstab"
  [ -z "$(ls -A /omd/sites | grep -F "$1")" ] || die "left: $(ls -A /omd/sites)"
}

require_no_processes() {
  ! grep -lxE "java|sleep" /proc/[0-9]*/comm 2>/dev/null || die "processes are left"
}

# Runs a command, and ends it by SIGTERM once a condition holds.
stopped_when() {
  condition=$1
  shift
  "$@" >/var/tmp/stopped.out 2>&1 &
  pid=$!
  until eval "$condition" || ! kill -0 $pid; do :; done
  kill $pid || die "ended by itself: $(cat /var/tmp/stopped.out)"
  status=0
  wait $pid || status=$?
  [ $status = 1 ] || die "exit $status instead of 1: $(cat /var/tmp/stopped.out)"
  require_no_processes
}
