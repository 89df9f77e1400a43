# Makes a copy-on-write view of this machine and runs a command in it, as PrivateRoot says.
# Runs in mount and process namespaces of its own.
#
# private-root.sh BASE [SHARED...] -- COMMAND [ARGUMENT...]

set -eu
base=$1
shift
root=$base/root
layers=0

# A writable layer over a directory of the machine, lost at the end.
layer() {
  layers=$((layers + 1))
  upper=$base/$layers/upper
  work=$base/$layers/work
  mkdir -p "$upper" "$work"
  chown --reference="$1" "$upper"
  chmod --reference="$1" "$upper"
  mount -t overlay -o "lowerdir=$1,upperdir=$upper,workdir=$work" private-root "$root$1"
}

mounts=$(cat /proc/self/mountinfo)
mount -t tmpfs -o mode=755 private-root "$base"
mkdir "$root"
layer /

while read -r _ _ _ _ point _ rest; do
  case $point in
    / | /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | /omd | /omd/*) continue ;;
    *[!A-Za-z0-9_./+-]*) continue ;;
  esac
  kind=${rest#*- }
  case ${kind%% *} in
    ext[234] | xfs | btrfs | f2fs | tmpfs | overlay | squashfs) ;;
    *) continue ;;
  esac
  if [ -f "$point" ]; then
    cp -- "$point" "$root$point"
  elif [ -d "$root$point" ]; then
    layer "$point"
  fi
done <<MOUNTS
$mounts
MOUNTS

[ ! -L "$root/omd" ] || rm "$root/omd"
mkdir -p "$root/omd"
mount -t tmpfs -o mode=755 private-root "$root/omd"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"

while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  shift
done
shift

touch "$root/.private-root"
mkdir "$root/.machine"
cd "$root"
pivot_root . .machine
cd /
umount -l /.machine
rmdir /.machine

# Not by exec: process 1 of a namespace is deaf to signals that it has no handler for.
status=0
"$@" || status=$?
exit "$status"
