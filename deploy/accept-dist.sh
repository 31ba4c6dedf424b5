#!/bin/sh
# Stages the dist/ that a job without any rights has made and packed:
#
#   deploy/accept-dist.sh ARCHIVE
#
# Prints the version of the newest release if all of its files are there, so that they can be handed out; nothing if its
# editions are missing, which git does not keep. Refuses the archive with exit code 1 if it changes more than a new
# release may change: that job has run the code of others, and what it made goes to everybody.
set -eu
archive=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
new=$scratch/dist

refuse() {
  printf 'Refused: %s\n' "$1" >&2
  exit 1
}

# The files that SHA256SUMS in a folder lists, and those that are there.
listed_in() { cut -c 67- "$1/SHA256SUMS" | LC_ALL=C sort; }
found_in() { (cd "$1" && find . -type f ! -path ./SHA256SUMS ! -path ./SHA256SUMS.sig | cut -c 3- | LC_ALL=C sort); }

tar --extract --file "$archive" --directory "$scratch" --no-same-owner --no-same-permissions
[ "$(ls -A "$scratch")" = dist ] || refuse "the archive holds more than dist/."
[ -d "$new" ] && [ ! -L "$new" ] || refuse "dist is not a folder."

odd=$(find "$new" ! -type f ! -type d)
[ -z "$odd" ] || refuse "neither files nor folders: $odd"
odd=$(find "$new" -type f -links +1)
[ -z "$odd" ] || refuse "files with two names: $odd"
odd=$(cd "$scratch" && find dist | grep --invert-match '^[A-Za-z0-9._/-]*$' || true)
[ -z "$odd" ] || refuse "names with other characters than letters, digits and . _ -: $odd"
# Git would read a .git, and what it says, or a .gitignore.
odd=$(find "$new" -name '.*')
[ -z "$odd" ] || refuse "hidden names: $odd"
find "$new" -type f -exec chmod 644 {} +

# Editions may be missing. What is there must be what the sums say, and the catalog must know the sums.
for sums in "$new"/releases/*/SHA256SUMS; do
  [ -e "$sums" ] || continue
  release=$(dirname "$sums")
  name=${release#"$scratch/"}
  (cd "$release" && sha256sum --check --quiet --strict --ignore-missing SHA256SUMS) >&2 || refuse "$name differs from its SHA256SUMS."
  hash=$(sha256sum <"$sums" | cut -c 1-64)
  grep --quiet "\"$hash\"" "$new/catalog.json" || refuse "dist/catalog.json does not list $name with its hash."
done

# What the catalog says of earlier releases stays as it is, and of the new one it says no more than facts.
entries_in() { sed '1,/^  "releases": \[$/d' "$1"; }
if git cat-file -e HEAD:dist/catalog.json 2>/dev/null; then
  git show HEAD:dist/catalog.json >"$scratch/catalog"
  entries_in "$scratch/catalog" >"$scratch/before"
  entries_in "$new/catalog.json" >"$scratch/after"
  [ "$(wc -c <"$scratch/after")" -ge "$(wc -c <"$scratch/before")" ] &&
    tail -c "$(wc -c <"$scratch/before")" "$scratch/after" | cmp --silent - "$scratch/before" ||
    refuse "dist/catalog.json says something else about earlier releases."
  odd=$(head -c "-$(wc -c <"$scratch/before")" "$scratch/after" |
    grep --invert-match --extended-regexp '^    (\{|\},|  "(version|date|path|sha256sums)": "[A-Za-z0-9./-]*",?)$' || true)
  [ -z "$odd" ] || refuse "dist/catalog.json holds other lines than those of a release: $odd"
fi

# dist/latest is a copy of the newest release.
newest=$(sed --quiet 's/^ *"latest": *"\([0-9]*\.[0-9]*\.[0-9]*\)".*/\1/p' "$new/catalog.json")
if [ -n "$newest" ]; then
  release=$new/releases/$newest
  [ -e "$release/SHA256SUMS" ] || refuse "dist/catalog.json says that $newest is the latest release, which is not there."
  cmp --silent "$release/SHA256SUMS" "$new/latest/SHA256SUMS" || refuse "dist/latest is not a copy of dist/releases/$newest."
  (cd "$new/latest" && sha256sum --check --quiet --strict --ignore-missing SHA256SUMS) >&2 || refuse "dist/latest differs from its SHA256SUMS."
  for signed in "$release" "$new/latest"; do
    [ ! -e "$signed/SHA256SUMS.sig" ] || cmp --silent "$release/SHA256SUMS.sig" "$new/latest/SHA256SUMS.sig" ||
      refuse "dist/latest has another signature than dist/releases/$newest."
  done
  listed_in "$new/latest" >"$scratch/listed"
  odd=$(found_in "$new/latest" | LC_ALL=C comm -13 "$scratch/listed" -)
  [ -z "$odd" ] || refuse "dist/latest holds other files than its SHA256SUMS: $odd"
else
  [ ! -e "$new/latest" ] || refuse "there is a dist/latest, but no latest release."
fi

rm -rf dist
mv "$new" dist
git add --all dist
changes=$scratch/changes
git diff --cached --name-status --no-renames >"$changes"
odd=$(grep --invert-match \
  -e '^A	dist/releases/[0-9]*\.[0-9]*\.[0-9]*/' \
  -e '^[AM]	dist/catalog\.json$' \
  -e '^[AM]	dist/feed\.xml$' \
  -e '^[AMD]	dist/latest/' "$changes" || true)
[ -z "$odd" ] || refuse "$(printf 'a new release does not make these changes:\n%s' "$odd")"

added=$(sed --quiet 's|^A	dist/releases/\([^/]*\)/.*|\1|p' "$changes" | sort --unique)
[ "$(printf '%s' "$added" | grep --count '')" -le 1 ] || refuse "more than one new release: $added"
if [ -n "$added" ]; then
  if git cat-file -e "HEAD:dist/releases/$added" 2>/dev/null; then refuse "dist/releases/$added was published before."; fi
  [ "$added" = "$newest" ] || refuse "dist/releases/$added is new, but the latest release is ${newest:-none}."
  [ "$(listed_in dist/latest)" = "$(found_in dist/latest)" ] || refuse "dist/latest is not a whole copy of dist/releases/$added."
  # The job that made it has no key.
  [ ! -e "dist/releases/$added/SHA256SUMS.sig" ] || refuse "dist/releases/$added is signed, but not by anybody who is known here."
elif grep --quiet '^D	dist/latest/' "$changes"; then
  refuse "files of dist/latest are gone, but there is no new release."
fi
[ -n "$newest" ] || exit 0
if [ "$(listed_in "dist/releases/$newest")" = "$(found_in "dist/releases/$newest")" ]; then
  printf '%s\n' "$newest"
elif [ -n "$added" ]; then
  refuse "dist/releases/$added does not hold just the files that its SHA256SUMS lists."
fi
