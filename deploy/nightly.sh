#!/bin/sh
# Runs the pipeline for a scheduler. Arguments go to `run`.
#
# A run that has to wait for another one exits with 75. Once is normal, so this script then prints a note and exits
# with 0. But a lock that is held night after night must not stay hidden: from the third time in a row on (or the Nth,
# with JNIM_SKIPS_ALLOWED=N-1), it hands on the 75. Every other exit code is handed on, and ends the row.
set -u
cd "$(dirname "$0")/.." || exit 1
allowed=${JNIM_SKIPS_ALLOWED:-2}
counter=staged/skipped-runs
# Somebody may have deleted staged/. If it cannot be made, the run says why.
mkdir -p staged 2>/dev/null

# In the background, because a shell takes notice of a signal only while it waits.
node pipeline/start.mjs run "$@" &
run=$!
for name in HUP INT TERM; do
  # shellcheck disable=SC2064 # The name is that of this turn.
  trap "kill -$name $run 2>/dev/null" "$name"
done
wait "$run"
code=$?
# A signal ends the wait, but not the run, which removes its unfinished files.
while kill -0 "$run" 2>/dev/null; do
  wait "$run"
  code=$?
done

if [ "$code" -ne 75 ]; then
  rm -f "$counter"
  exit "$code"
fi
skipped=$(cat "$counter" 2>/dev/null)
case $skipped in '' | *[!0-9]*) skipped=0 ;; esac
skipped=$((skipped + 1))
# In a subshell, because dash ends at a redirection that fails. Without a count, a lock would stay hidden.
(echo "$skipped" >"$counter") 2>/dev/null || exit 75
echo "Skipped, because another run holds the lock: $skipped in a row, of which $allowed are allowed." >&2
[ "$skipped" -le "$allowed" ] || exit 75
