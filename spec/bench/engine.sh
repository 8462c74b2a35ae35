#!/usr/bin/env bash
# Measures what the engine costs: CPU for each record and peak heap of reading 1,000,000 records in
# pages of 100, as a ratio to a plain loop of OkHttp and Jackson that does nothing else. The server
# is a process of its own and has serialised its pages beforehand. Each round runs both.
#
#   spec/bench/engine.sh [rounds] [records]        on a clone; needs Maven
set -euo pipefail

rounds=${1:-3}
records=${2:-1000000}
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'exec 3>&- || true; rm -rf "$work"' EXIT
mvn -q -B -o -pl spec -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >"$work/log" 2>&1 ||
  mvn -q -B -pl spec -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; exit 1; }
classes=spec/target/test-classes:spec/target/classes:registry/runtime/java/target/classes:$(cat "$work/classpath")
package=dev.connector.spec.engine.bench

mkfifo "$work/input"
java -Xmx2g -Dsun.net.httpserver.nodelay=true -cp "$classes" $package.PageServer "$records" <"$work/input" >"$work/address" &
exec 3>"$work/input"
while [ ! -s "$work/address" ]; do sleep 0.1; done
address=$(cat "$work/address")

read_by() { java -Xmx256m -cp "$classes" "$package.$1" "$address" 2>/dev/null >>"$work/$1"; }

for _ in $(seq "$rounds"); do
  read_by ReadPlainly
  read_by ReadByEngine
done

if [ "$(cut -d' ' -f1,2 "$work"/Read* | sort -u | wc -l)" != 1 ]; then
  echo "they did not read the same records:" >&2
  cat "$work"/Read* >&2
  exit 1
fi

median() { cut -d' ' -f"$2" "$work/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
most() { cut -d' ' -f4 "$work/$1" | sort -n | tail -1; }

awk -v n="$records" -v plain="$(median ReadPlainly 3)" -v engine="$(median ReadByEngine 3)" \
  -v plainHeap="$(most ReadPlainly)" -v engineHeap="$(most ReadByEngine)" 'BEGIN {
  printf "%-34s %12s %16s\n", n " records, pages of 100", "plain loop", "engine"
  printf "%-34s %12.1f %16.1f   %.2f x  target 1.4 x  %s\n", "CPU, microseconds a record",
    plain / n * 1e6, engine / n * 1e6, engine / plain, engine / plain <= 1.4 ? "kept" : "MISSED"
  printf "%-34s %12d %16d   target < 256   %s\n", "peak heap, MB (-Xmx256m)", plainHeap, engineHeap,
    engineHeap < 256 ? "kept" : "MISSED"
}'
