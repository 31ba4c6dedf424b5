#!/usr/bin/env bash
# Has the programs that people use read a release, and compares what they read, cell by cell, with ours.
#
#   npm run test:interop                 dist/latest, or where there is none, what raw/ gives
#   npm run test:interop -- FOLDER       the release in that folder
#
# Then the same programs read a second release, made of the golden case hard-values: values on which programs stumble.
# What is missing is installed: Debian's packages on this machine (as root), Python's into a scratch folder that is
# gone afterwards. Where this is not allowed, or there is no network, clients are skipped, each with the reason.
set -uo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
project="$(cd "$here/../.." && pwd)"
asked="${1:+$(cd "$1" && pwd)}"
cd "$here" || exit 1

DEBIAN=(libreoffice-calc-nogui r-base-core r-cran-readr r-cran-data.table r-cran-readxl r-cran-jsonlite r-cran-digest)
PLAIN_PYTHON_CLIENTS=(csv sqlite3 geojson figures)
PYTHON_CLIENTS=(pandas openpyxl pyarrow jsonschema frictionless mlcroissant csvw rdflib duckdb)
R_CLIENTS=(base readr data-table readxl jsonlite)
NO_NETWORK='resolv|[Cc]ould not connect|[Uu]nable to connect|unreachable|NewConnectionError|ConnectTimeout|NameResolution'

scratch="$(mktemp -d)"
touch "$scratch/servers"
trap 'xargs -r kill < "$scratch/servers" 2> /dev/null; rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
passed=0 failed=0 skipped=0

say() { printf '%s\n' "$*"; }

fail() {
  failed=$((failed + 1))
  say "not ok $*"
}

# Why the packages of each kind could not be had; without a reason, a client that is missing is a fault.
declare -A reasons=()

# Why an installation failed, from its log: no network is a reason to skip, anything else is a fault.
tell_failure() {
  if grep -qE "$NO_NETWORK" "$2"; then
    reasons[$1]="no network to install it from"
  else
    fail "the packages of $1 cannot be installed: $(tail -n 3 "$2" | tr '\n' ' ')"
  fi
}

has_debian() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

install_debian() {
  local missing=()
  for package in "$@"; do has_debian "$package" || missing+=("$package"); done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  if ! command -v apt-get > /dev/null; then
    reasons[debian]="it is not installed, and this is no Debian"
  elif [ "$(id -u)" -ne 0 ]; then
    reasons[debian]="only root can install it: apt-get install ${missing[*]}"
  else
    { apt-get -qq -o APT::Update::Error-Mode=any update &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"; } \
      > "$scratch/debian.log" 2>&1 || tell_failure debian "$scratch/debian.log"
  fi
}

# A virtual environment of that name, with what its requirements file names.
install_python() {
  local folder="$scratch/$1" log="$scratch/$1.log"
  if { python3 -m venv "$folder" && "$folder/bin/pip" install -q --no-cache-dir -r "requirements-$1.txt"; } > "$log" 2>&1; then return; fi
  rm -rf "$folder"
  tell_failure "$1" "$log"
}

# Runs a client and counts its lines; one that breaks off has failed.
run_client() {
  local name="$1" out="$scratch/out" err="$scratch/err" start=$SECONDS status
  shift
  timeout 300 "$@" > "$out" 2> "$err"
  status=$?
  if [ "$status" -ne 0 ]; then say "not ok $name broke off: $(tail -n 4 "$err" | tr '\n' ' ')" >> "$out"; fi
  grep -E '^(not ok|skipped)' "$out"
  local ok not_ok left_out
  ok="$(grep -c '^ok ' "$out")"
  not_ok="$(grep -c '^not ok' "$out")"
  left_out="$(grep -c '^skipped' "$out")"
  if [ "$((ok + not_ok + left_out))" -eq 0 ]; then
    say "not ok $name checked nothing"
    not_ok=1
  fi
  passed=$((passed + ok)) failed=$((failed + not_ok)) skipped=$((skipped + left_out))
  printf '  %-12s %4d passed, %d failed, %d skipped, %d s\n' "$name" "$ok" "$not_ok" "$left_out" "$((SECONDS - start))"
}

# Says that a client is skipped, and why; there is no reason where what it needs could have been installed.
skip_client() {
  local reason="${reasons[$2]:-}"
  if [ -z "$reason" ]; then
    fail "$1 is not there, and nothing says why"
  else
    skipped=$((skipped + 1))
    printf '  %-12s skipped: %s\n' "$1" "$reason"
  fi
}

has_program() { command -v "$1" > /dev/null; }
has_r() { has_program Rscript && Rscript -e "library(jsonlite); library($1)" > /dev/null 2>&1; }

# Every client on the release in a folder.
run_clients() {
  local release="$1" python="$scratch/python/bin/python" cffconvert="$scratch/cffconvert/bin/python"
  say "== $2"
  for client in "${PLAIN_PYTHON_CLIENTS[@]}"; do run_client "$client" python3 "with-$client.py" "$release"; done
  for client in "${PYTHON_CLIENTS[@]}"; do
    if [ -x "$python" ]; then run_client "$client" "$python" "with-$client.py" "$release"; else skip_client "$client" python; fi
  done
  if has_program soffice; then
    run_client libreoffice python3 with-libreoffice.py "$release"
  else
    skip_client libreoffice debian
  fi
  if [ -x "$cffconvert" ]; then
    run_client cffconvert "$cffconvert" with-cffconvert.py "$release"
  else
    skip_client cffconvert cffconvert
  fi
  for client in "${R_CLIENTS[@]}"; do
    if has_r "${client/data-table/data.table}"; then
      run_client "$client" Rscript "with-$client.R" "$release"
    else
      skip_client "$client" debian
    fi
  done
  # load.R is in ASCII, to work in every locale: also in one without letters beyond it.
  if has_r base; then
    run_client load.R env LC_ALL=C Rscript with-load-r.R "$release" "$(serve "$release")"
  else
    skip_client load.R debian
  fi
}

# The address at which a folder can be fetched from now on.
serve() {
  local log="$scratch/server.$RANDOM.log"
  python3 -u -m http.server --bind 127.0.0.1 --directory "$1" 0 > "$log" 2>&1 &
  echo $! >> "$scratch/servers"
  until grep -qs 'port [0-9]' "$log"; do sleep 0.1; done
  sed -nE 's/.* port ([0-9]+) .*/http:\/\/127.0.0.1:\1/p' "$log"
}

# publish RAW NAME: a release from a folder of raw data, made in the scratch folder.
publish() {
  (cd "$project" && node pipeline/start.mjs run --raw "$1" --dist "$scratch/$2/dist" --staged "$scratch/$2/staged" --date 2026-11-24) \
    > "$scratch/$2.log" 2>&1 || {
    fail "the release $2 was not published: $(grep -v '^warning' "$scratch/$2.log" | tail -n 3 | tr '\n' ' ')"
    return 1
  }
}

say "Installing what is missing ..."
command -v python3 > /dev/null && python3 -c 'import ensurepip' 2> /dev/null || DEBIAN+=(python3-venv)
install_debian "${DEBIAN[@]}"
install_python python
install_python cffconvert
say "Installed after $SECONDS s."

release="$asked"
if [ -z "$release" ] && [ -e "$project/dist/latest" ]; then
  release="$project/dist/latest"
  # A clone lacks the editions that Git does not keep. If they cannot be made, the clients say so.
  (cd "$project" && npm run --silent pipeline -- editions) || true
fi
if [ -z "$release" ] && publish "$project/raw" real; then release="$scratch/real/dist/latest"; fi
if [ -n "$release" ]; then
  release="$(cd "$release" && pwd -P)"
  run_clients "$release" "the release"
  if [ ! -x "$scratch/python/bin/python" ]; then
    skip_client README.md python
  elif ! has_r readr; then
    skip_client README.md debian
  else
    run_client README.md "$scratch/python/bin/python" with-readme.py "$release"
  fi
fi

(cd "$project" && node --import tsx tests/golden/write-case.ts hard-values "$scratch/hard/raw")
if publish "$scratch/hard/raw" hard; then
  export HARD_CELLS="$here/hard-cells.json"
  run_clients "$(cd "$scratch/hard/dist/latest" && pwd -P)" "values that are hard on programs"
fi

say "Done after $SECONDS s."
say "interop: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
