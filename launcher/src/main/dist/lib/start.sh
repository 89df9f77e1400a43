# Sourced by the programs in bin, with $home set: start PROGRAM ARGUMENT…

# roots_alone VARIABLE: for root, has java lead past all links, and ends the program, and says why, where
# others can change what it is.
roots_alone() {
  [ "$(id -u)" -eq 0 ] || return 0
  place=$(readlink -f -- "$java") || place=$java
  java=$place
  while :; do
    case $(stat -c '%u %A' -- "${place:-/}" 2>/dev/null) in
      '0 '?????-??-?) ;;
      *)
        echo "$1 is not used for root: others than root can change ${place:-/}, or it isn't there." \
          "Unset $1, or give the file and its directories to root alone." >&2
        exit 3
        ;;
    esac
    [ -n "$place" ] || return 0
    place=${place%/*}
  done
}

# Sets java to the Java to run, native to the directory of its native libraries, and system_libraries
# to the system's.
find_java() {
  # Options from the environment could change what runs with root's rights.
  unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH

  if [ -n "${MKBACKUP_JAVA:-}" ]; then
    java=$MKBACKUP_JAVA
    roots_alone MKBACKUP_JAVA
  elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
    roots_alone JAVA_HOME
  elif command -v java >/dev/null; then
    java=java
  else
    echo "No Java was found. Install OpenJDK 17 or newer, or set JAVA_HOME." >&2
    exit 3
  fi

  # Older kernels have no such file.
  { read -r machine </proc/sys/kernel/arch; } 2>/dev/null || machine=$(uname -m)
  # JNA would start ldconfig to find out where the system has its libraries.
  case $machine in
    aarch64 | arm64)
      native=$home/lib/native/linux-aarch64
      system_libraries=/lib/aarch64-linux-gnu:/lib64:/usr/lib64:/lib
      ;;
    *)
      native=$home/lib/native/linux-x86-64
      system_libraries=/lib/x86_64-linux-gnu:/lib64:/usr/lib64:/lib
      ;;
  esac
}

# Sets class_path. Archives of classes are for one order of jars, so it is that of bytes in any language.
# To open a jar takes time, so the largest come last, where only what isn't found elsewhere is looked for.
find_jars() {
  language=${LC_ALL:-}
  LC_ALL=C
  launcher=
  own=
  libraries=
  large=
  for jar in "$home"/lib/*.jar; do
    case ${jar##*/} in
      mkbackup-launcher-*) launcher=$jar ;;
      mkbackup-*) own=$own:$jar ;;
      bouncycastle-*) large=$large:$jar ;;
      *) libraries=$libraries:$jar ;;
    esac
  done
  class_path=$launcher$own$libraries$large
  for jar in "$home"/plugins/*.jar "$home"/plugins/*.JAR; do
    if [ -f "$jar" ]; then class_path=$class_path:$jar; fi
  done
  LC_ALL=$language
  if [ -z "$language" ]; then unset LC_ALL; fi
}

# Java would take the number of a closed stream for the next file it opens, and read and write that.
# Nothing comes from what stands in for one; what is written to it is refused, but for messages.
open_streams() {
  [ -e /proc/self/fd/0 ] || exec 0</dev/null
  [ -e /proc/self/fd/1 ] || exec 1</dev/null
  [ -e /proc/self/fd/2 ] || exec 2>/dev/null
}

start() {
  open_streams
  find_java
  find_jars

  # Arguments and file names on the command line are UTF-8, under cron, too.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *) LC_ALL=C.UTF-8; export LC_ALL ;;
  esac

  # A passphrase is in the memory: no core dump, and a report of a crash of Java, which shows some of it,
  # on demand only. Nobody attaches either.
  ulimit -c 0
  crash=-XX:+SuppressFatalErrorMessage
  for word in "$@"; do
    if [ "$word" = --debug ]; then crash=-XX:-CreateCoredumpOnCrash; fi
  done

  # What only lists something ends before the second compiler pays. What moves bytes needs it for
  # digests and ciphers alone, as compilers.json says: for all else it takes more time than it saves.
  # Ciphers are called seldom, each time for much: compile-commands has them compiled early. That Java
  # says it has read a file isn't wanted (DisplayVMOutput). The first compiler pays for what is called
  # often only (Tier3); its code need not count for the second one (C1UpdateMethodData).
  brief=false
  for word in "$@"; do
    case $word in
      jobs | targets | list | show | prune | status | job | target | mount | -h | --help | --version)
        brief=true
        break
        ;;
      backup | restore | verify | ls | extract | diff | key) break ;;
    esac
  done
  set -- -cp "$class_path" org.mkbackup.launcher.Main "$@"
  if [ $brief = true ]; then
    set -- -XX:TieredStopAtLevel=1 "$@"
  else
    set -- -XX:CompilerDirectivesFile="$home/lib/compilers.json" -XX:-DisplayVMOutput -XX:-C1UpdateMethodData \
      -XX:CompileCommandFile="$home/lib/compile-commands" "$@"
  fi

  # Made by share-classes.sh, beside the jars: who can write it can write them as well. One that was
  # made by another Java is passed over. It is used where it was made for (ArchiveRelocationMode): to
  # move it takes as long as a fifth of a short command.
  share=-Xshare:auto
  if [ -r "$home/classes.jsa" ]; then share=-XX:SharedArchiveFile=$home/classes.jsa; fi

  columns=0
  if [ -t 2 ]; then
    size=$(stty size <&2 2>/dev/null) && columns=${size#* }
  fi
  terminal=false
  if [ -t 1 ]; then terminal=true; fi

  # A page of memory costs as much at its first use as a hundred lines of Java (TransparentHugePages);
  # Java would warn of it where the kernel has none.
  exec "$java" \
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
    -XX:+UseSerialGC -Xms16m -Xmn8m -Xmx256m -XX:MinHeapFreeRatio=20 -XX:-UsePerfData \
    -XX:+UseTransparentHugePages -XX:-PrintWarnings -XX:+DisableAttachMechanism "$crash" \
    "$share" -Xlog:disable -XX:Tier3InvocationThreshold=400 -XX:Tier3MinInvocationThreshold=200 \
    -XX:Tier3CompileThreshold=4000 \
    -Djava.security.egd=file:/dev/urandom -Djdk.console=java.base -Dfile.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED \
    -Dguice_bytecode_gen_option=DISABLED -Dguice_include_stack_traces=OFF \
    -Djava.util.logging.manager=org.mkbackup.launcher.console.SilentLogs \
    -Dpicocli.converters.excludes='java\.(time|sql)\..*' \
    -Djna.boot.library.path="$native" -Djna.library.path="$native" -Djna.nosys=true -Djna.nounpack=true \
    -Djna.platform.library.path="$system_libraries" \
    -Dorg.sqlite.lib.path="$native" -Dorg.sqlite.lib.name=libsqlitejdbc.so \
    -DZstdNativePath="$native/libzstd-jni.so" \
    -Dmkbackup.home="$home" -Dmkbackup.columns="${columns:-0}" -Dmkbackup.stdout.terminal=$terminal \
    "$@"
}
