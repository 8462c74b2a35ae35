#!/usr/bin/env bash
# Measures how fast short commands are, as ratios to programs that are on the same machine, since
# times alone say nothing about another one. Needs node, git, openssl and GNU time.
#
#   cli/bench/startup.sh [rounds]      after: mvn package (or ./connector --version)
#
# Each round runs all contenders one after another; the medians are compared.
set -euo pipefail

rounds=${1:-15}
here=$(cd "$(dirname "$0")" && pwd)
dist=$here/../target/dist
[ -f "$dist/lib/connector.jar" ] || { echo "build first: mvn package" >&2; exit 2; }

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

# A copy, a home and caches of our own: what is measured depends on nothing of this user's.
app=$work/app
cp -a "$dist" "$app"
rm -rf "$app/cds"
export HOME=$work/home XDG_CACHE_HOME=$work/home/.cache CONNECTOR_CACHE=$work/cache
mkdir -p "$HOME"
connector=$app/connector
unset CONNECTOR_CDS

. "$here/measure.sh"

# --- what is worked on -----------------------------------------------------------------------------

fresh_project() { # <folder>
  rm -rf "$1"
  mkdir -p "$1/src/main/java/com/acme/shop"
  cat >"$1/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
  </properties>
</project>
POM
  echo 'package com.acme.shop; class Shop {}' >"$1/src/main/java/com/acme/shop/Shop.java"
}

repository() { # <name> <number of further files>
  local folder=$work/repositories/$1 i
  mkdir -p "$folder"
  (cd "$folder" && unzip -q "$app/registry/default.zip")
  for i in $(seq "$2"); do
    mkdir -p "$folder/connectors/filler-$((i / 30))/docs"
    echo "{ \"file\": $i, \"text\": \"$(printf '%064d' "$i")\" }" >"$folder/connectors/filler-$((i / 30))/docs/$i.json"
  done
  git -C "$folder" init -q -b main
  git -C "$folder" add -A
  git -C "$folder" -c user.name=bench -c user.email=bench@localhost commit -q -m "Registry"
}

repository small 0
repository large 3000
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool
"$keytool" -importcert -noprompt -alias bench -file "$work/cert.pem" -keystore "$work/trust.p12" \
  -storepass changeit >/dev/null 2>&1
node "$here/git-server.js" "$work/repositories" "$work/key.pem" "$work/cert.pem" >"$work/port" &
server=$!
until [ -s "$work/port" ]; do sleep 0.1; done
base=https://localhost:$(cat "$work/port")
export GIT_SSL_CAINFO=$work/cert.pem GIT_CONFIG_NOSYSTEM=1
trust="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"

add_packed() { "$connector" add hubspot --cwd "$work/project"; }
add_tls() { JAVA_TOOL_OPTIONS=$trust "$connector" add "$base/$1/.git#hubspot" --cwd "$work/project"; }

# --- the archive of classes is made first, as it is for every user after the first command ---------------

fresh_project "$work/project"
once first add_packed
for _ in $(seq 300); do
  set -- "$app"/cds/*.ready
  [ ! -f "$1" ] || break
  sleep 0.1
done
[ -f "$1" ] || { echo "no archive of classes was made" >&2; exit 1; }

for _ in $(seq "$rounds"); do
  once node node -e 0
  once help "$connector" --help
  once addhelp "$connector" add --help
  fresh_project "$work/project"
  once packed add_packed
  rm -rf "$work/new"
  once new "$connector" add hubspot --yes --cwd "$work/new"
  once list "$connector" list
  HOME=$work/home.$RANDOM$RANDOM
  mkdir "$HOME"
  fresh_project "$work/project"
  CONNECTOR_CACHE=$HOME/cache XDG_CACHE_HOME=$HOME/.cache once freshhome add_packed
  rm -rf "$HOME"
  HOME=$work/home
  for size in small large; do
    rm -rf "$work/clone" "$CONNECTOR_CACHE"
    once "clone.$size" git clone -q --depth 1 "$base/$size/.git" "$work/clone"
    fresh_project "$work/project"
    once "tls.$size" add_tls "$size"
    fresh_project "$work/project"
    once "again.$size" add_tls "$size"
  done
done

# --- the report --------------------------------------------------------------------------------------

java=$(${JAVA_HOME:+$JAVA_HOME/bin/}java -version 2>&1 | head -1)
echo "$java; node $(node --version); $(git --version); $(nproc) cores; $rounds rounds, medians"
ratio "--help / node -e 0" help node 0.2
ratio "add --help / node -e 0" addhelp node 3
ratio "add, packed registry / node -e 0" packed node 8
ratio "add, packed registry, makes a project / node -e 0" new node 8
ratio "add, TLS on loopback, small registry / git clone --depth 1" tls.small clone.small 4
ratio "add, TLS on loopback, 3000 files / git clone --depth 1" tls.large clone.large 2.5
ratio "add in a fresh home / in a used one" freshhome packed 1.5
ratio "add, first run of all (no archive of classes) / later" first packed 3

fresh_project "$work/project"
memory=$(peak "$connector" add hubspot --cwd "$work/project")
printf '%-58s %7s MB %30s MB  %s\n' "add, packed registry: peak memory" "$memory" "target  100" "$(verdict "$memory" 100)"
rm -rf "$CONNECTOR_CACHE"
fresh_project "$work/project"
export JAVA_TOOL_OPTIONS=$trust
memory=$(peak "$connector" add "$base/large/.git#hubspot" --cwd "$work/project")
printf '%-58s %7s MB %30s MB  %s\n' "add, TLS, 3000 files: peak memory" "$memory" "target  100" "$(verdict "$memory" 100)"
