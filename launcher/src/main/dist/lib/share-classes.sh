#!/bin/sh
# Makes classes.jsa, with which the program starts in two thirds of the time: the classes that it
# uses, as this machine's Java has them in memory. To be run where the program was installed, by who
# may write there, and again when the program or Java is another.
set -eu
self=$(readlink -f -- "$0")
home=${self%/lib/*}
. "$home/lib/start.sh"
find_java
find_jars

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
site=$work/root/omd/sites/empty
mkdir -p "$site/etc/check_mk" "$site/var/log" "$site/tmp/run" "$work/root/omd/versions/0/bin"
ln -s ../../versions/0 "$site/version"
printf '#!/bin/sh\n[ "$1" != status ]\n' >"$work/root/omd/versions/0/bin/omd"
chmod 755 "$work/root/omd/versions/0/bin/omd"
mkdir "$work/place" "$work/root/etc" "$work/root/etc/mkbackup"
echo 'limits.priority = normal' >"$work/root/etc/mkbackup/mkbackup.conf"

# configure KEY: a job that seals with it
configure() {
  cat >"$site/etc/check_mk/backup.mk" <<CONFIG
{'jobs': {'one': {'compress': True, 'encrypt': $1, 'schedule': None, 'target': 'place', 'title': ''}},
 'targets': {'place': {'remote': ('local', {'is_mountpoint': False, 'path': '$work/place'}), 'title': ''}}}
CONFIG
}

run() {
  list=$work/list.$1.$2.$lists
  lists=x$lists
  MKBACKUP_PASSPHRASE="made for a list of classes" MKBACKUP_SYSTEM_ROOT=$work/root \
    MKBACKUP_CONTEXT=site OMD_SITE=empty OMD_ROOT=$site MKBACKUP_OMD_COMMAND=$work/root/omd/versions/0/bin/omd \
    "$java" -XX:DumpLoadedClassList="$list" -Dguice_bytecode_gen_option=DISABLED \
    -Dguice_include_stack_traces=OFF \
    -Djava.util.logging.manager=org.mkbackup.launcher.console.SilentLogs \
    -Dpicocli.converters.excludes='java\.(time|sql)\..*' \
    -Djna.boot.library.path="$native" -Djna.library.path="$native" -Djna.nosys=true -Djna.nounpack=true \
    -Djna.platform.library.path="$system_libraries" \
    -Dmkbackup.home="$home" -cp "$class_path" org.mkbackup.launcher.Main "$@" \
    >"$work/out" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }
}
lists=
configure None
run mkbackup jobs
run mkbackup list place
run mkbackup backup one
run mkbackup restore place "$(ls "$work/place")"
run omd backup -
run mkbackup key create --alias one --bits 2048
configure "'$(cat "$work/out")'"
run mkbackup backup one
run mkbackup restore place "$(ls "$work/place")"

# A line may be there several times in one list: lambdas that are alike, each of its own place.
# Newer versions of Java number the classes, in each list anew.
awk '{ sub(/ id: [0-9]+$/, "") } FNR == 1 { split("", seen) } ++seen[$0] > kept[$0] { kept[$0]++; print }' "$work"/list.* >"$work/classes"
"$java" -XX:+UseSerialGC -Xshare:dump -Xlog:disable -Xlog:all=error:stderr \
  -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/classes.jsa" \
  -cp "$class_path"
chmod 644 "$work/classes.jsa"
cp -p "$work/classes.jsa" "$home/.classes.jsa.new"
# Java believes what it maps: half an archive, after a loss of power, would end it.
sync "$home/.classes.jsa.new"
mv -f "$home/.classes.jsa.new" "$home/classes.jsa"
