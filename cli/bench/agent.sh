#!/usr/bin/env bash
# Measures a whole run of `connector agent` with a model that answers at once: documentation read, ten resources
# proposed, compiled, tested, held to the rules, reviewed and written. Needs bubblewrap.
#
#   cli/bench/agent.sh [runs]      after: mvn package (or ./connector --version)
set -euo pipefail

runs=${1:-3}
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
dist=$here/../target/dist
[ -f "$dist/lib/connector.jar" ] || { echo "build first: mvn -DskipTests package" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -f "$top/pom.xml" -pl cli -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test -Dspotless.check.skip=true >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; exit 1; }
cd "$here/.."
java -cp "target/test-classes:target/classes:$(cat "$work/classpath")" dev.connector.cli.agent.run.AgentBench "$dist" "$runs"
