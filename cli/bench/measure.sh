# What every benchmark of whole commands needs; to be sourced. Expects $work, a folder for records.

now() { local t=${EPOCHREALTIME/[.,]/}; echo "$t"; }

# once <name> <command...>: runs it, adds its time in microseconds and its peak memory to the record
once() {
  local name=$1 begun ended
  shift
  begun=$(now)
  "$@" >"$work/out" 2>"$work/err" </dev/null || { cat "$work/out" "$work/err" >&2; echo "failed: $*" >&2; exit 1; }
  ended=$(now)
  echo $((ended - begun)) >>"$work/times.$name"
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

peak() { # <command...>: megabytes
  command time -f %M -o "$work/peak" "$@" >/dev/null 2>&1 </dev/null
  awk '{ printf "%d", $1 / 1024 }' "$work/peak"
}

verdict() { awk -v a="$1" -v b="$2" 'BEGIN { print (a <= b) ? "kept" : "MISSED" }'; }

# ratio <what> <name> <other> <target>
ratio() {
  local a b r
  a=$(median "$work/times.$2")
  b=$(median "$work/times.$3")
  r=$(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", a / b }')
  printf '%-58s %7.1f ms %7.1f ms %6s x  target %4s x  %s\n' "$1" \
    "$(awk -v a="$a" 'BEGIN { print a / 1000 }')" "$(awk -v b="$b" 'BEGIN { print b / 1000 }')" \
    "$r" "$4" "$(verdict "$r" "$4")"
}
