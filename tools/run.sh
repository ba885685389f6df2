#!/bin/sh
# Sets up what is missing, then hands over to Node 24 by exec: signals and the exit code are those of the program itself.
#   sh tools/run.sh test|ci|check|generate|gold …   a tool of this project
#   sh tools/run.sh bench [NAME]                a figure of the README, measured here
#   sh tools/run.sh node FILE …                any script, on the right Node with the loader
#   sh tools/run.sh [--] serve|read|verify …   Koersvast; relative paths are those of the caller, so there is no cd here
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
stamp=$root/node_modules/.koersvast

# The stamp is written last and lies where `npm ci` wipes first: an install that was cut short has none.
ready() {
  [ -f "$stamp" ] || return 1
  { read -r node && read -r sum; } <"$stamp" || return 1
  [ -x "$node" ] && [ "$sum" = "$(cksum <"$root/package-lock.json")" ]
}

if ! ready; then
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo 'Install Node.js 20 or newer with npm first; on Debian: apt-get install nodejs npm' >&2
    exit 1
  fi
  mkdir -p "$root/.runtime"
  (
    # The kernel frees this lock when its last holder is gone. npm holds it too, so nobody takes over from a set-up that was killed
    # while its npm is still writing.
    if command -v flock >/dev/null 2>&1; then
      flock -n 9 || { echo 'Another set-up of Koersvast is at work in this folder; waiting for it.' >&2; flock 9; }
    fi
    ready || node "$root/tools/setup.mjs" "$@" </dev/null >&2
  ) 9>"$root/.runtime/lock" || exit 1
  ready || { echo 'The set-up did not finish. Run the command again; what is half done is done anew.' >&2; exit 1; }
fi

load=$root/tools/load.mjs
case ${1-} in
  test | ci | check | generate)
    tool=$1
    shift
    exec "$node" --import "$load" "$root/tools/$tool.ts" "$@"
    ;;
  bench)
    shift
    exec "$node" --import "$load" "$root/bench/run.ts" "$@"
    ;;
  gold)
    shift
    exec "$node" --import "$load" "$root/tools/gold/gold.ts" "$@"
    ;;
  node)
    shift
    exec "$node" --import "$load" "$@"
    ;;
  --) shift ;;
esac
exec "$node" --import "$load" "$root/src/start.ts" "$@"
