#!/usr/bin/env bash
# Measures what living with copied connectors costs: `update` of five with local edits beside `git
# merge` of the same content, and `status` over fifty. Needs git.
#
#   cli/bench/update.sh [rounds]      after: mvn package (or ./connector --version)
#
# Each round runs all contenders one after another; the medians are compared. A start is a `status`
# of a project that has nothing installed.
set -euo pipefail

rounds=${1:-7}
here=$(cd "$(dirname "$0")" && pwd)
dist=$here/../target/dist
[ -f "$dist/lib/connector.jar" ] || { echo "build first: mvn package" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/app
cp -a "$dist" "$app"
rm -rf "$app/cds"
export HOME=$work/home XDG_CACHE_HOME=$work/home/.cache CONNECTOR_CACHE=$work/cache CONNECTOR_CONFIG=$work/config
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=bench GIT_AUTHOR_EMAIL=bench@localhost \
  GIT_COMMITTER_NAME=bench GIT_COMMITTER_EMAIL=bench@localhost
mkdir -p "$HOME"
connector=$app/connector
unset CONNECTOR_CDS
. "$here/measure.sh"

# --- what is worked on -----------------------------------------------------------------------------

unzip -q "$app/registry/default.zip" -d "$work/default"
registry=$work/registry
address=file://$registry
mkdir -p "$registry/connectors"
cp -a "$work/default/runtime" "$registry/"

copy() { # <connector> <new name>: the same connector under another name
  local folder=$registry/connectors/$2 file
  cp -a "$work/default/connectors/$1" "$folder"
  for source in main test; do
    mv "$folder/java/src/$source/java/dev/connector/connectors/$1" "$folder/java/src/$source/java/dev/connector/connectors/$2"
  done
  grep -rlE "connectors[./]$1|\"$1\"" "$folder" | while read -r file; do
    sed -i -E "s#connectors([./])$1#connectors\1$2#g; s#\"$1\"#\"$2\"#g" "$file"
  done
}

project() { # <folder> <names...>
  local folder=$1 addresses=()
  shift
  for name in "$@"; do addresses+=("$address#$name"); done
  "$connector" add "${addresses[@]}" --yes --cwd "$folder" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
  rm -rf "$folder/.connectors/undo"
}

commit() { git -C "$1" add -A && git -C "$1" commit -q -m "$2"; }

five="one two three four five"
for name in $five; do copy hubspot "$name"; done
for i in $(seq 50); do copy frankfurter "small$i"; done
git -C "$registry" init -q -b main
commit "$registry" "Registry"
project "$work/base" $five
for _ in $(seq 300); do
  set -- "$app"/cds/*.ready
  [ ! -f "$1" ] || break
  sleep 0.1
done
git -C "$work/base" init -q -b main
commit "$work/base" "As installed"

# Ours: a line at the end of every third file. Theirs: one at the beginning of every second.
cp -a "$work/base" "$work/ours"
(cd "$work/ours" && find src -name '*.java' -path '*/connectors/*' | grep -v /runtime/ | sort | awk 'NR % 3 == 0' |
  while read -r file; do echo "// ours" >>"$file"; done)
commit "$work/ours" "Ours"
find "$registry/connectors" -name '*.java' | sort | awk 'NR % 2 == 0' | xargs sed -i '1i // theirs'
commit "$registry" "Theirs"
cp -a "$work/base" "$work/theirs"
"$connector" update $five --cwd "$work/theirs" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
rm -rf "$work/theirs/.connectors/undo"
commit "$work/theirs" "Theirs"
git -C "$work/ours" fetch -q "$work/theirs" main:theirs

# Another commit since has changed one of the fifty.
project "$work/fifty" $(seq -f 'small%g' 50)
echo "More." >>"$registry/connectors/small7/README.md"
commit "$registry" "One more word"
"$connector" outdated --cwd "$work/fifty" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
grep -q small7 "$work/out"
mkdir -p "$work/none"
cp "$work/fifty/pom.xml" "$work/none/"

# --- how long it takes -------------------------------------------------------------------------------

merge() { git -C "$work/merged" merge -q -m "Theirs" theirs; }
update() { "$connector" update $five --cwd "$work/updated"; }

for _ in $(seq "$rounds"); do
  rm -rf "$work/merged" "$work/updated"
  cp -a "$work/ours" "$work/merged"
  cp -a "$work/ours" "$work/updated"
  once start "$connector" status --cwd "$work/none"
  once merge merge
  once update update
  once status "$connector" status --cwd "$work/fifty"
done
# .connectors is where the two differ: git knows no lock and no archives.
diff -r -x .git -x .connectors "$work/merged" "$work/updated"
echo "update and git merge give the same $(find "$work/updated/src" -type f | wc -l) sources"

start=$(median "$work/times.start")
awk -v s="$start" -v m="$(median "$work/times.merge")" 'BEGIN { print 3 * m + s }' >"$work/times.allowed"
ratio "update of 5 connectors / 3 git merges and a start" update allowed 1
awk -v s="$start" 'BEGIN { print 300000 + s }' >"$work/times.allowedstatus"
ratio "status of 50 connectors / 300 ms and a start" status allowedstatus 1
