#!/bin/sh
# Stages the dist/ that a job without any rights has made and packed:
#
#   deploy/accept-dist.sh ARCHIVE
#
# Prints the version of the new release; nothing if there is none. Refuses the archive with exit code 1 if it changes
# more than a new release may change: that job has run the code of others, and what it made goes to everybody.
set -eu
archive=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
new=$scratch/dist

refuse() {
  printf 'Refused: %s\n' "$1" >&2
  exit 1
}

tar --extract --file "$archive" --directory "$scratch" --no-same-owner --no-same-permissions
[ "$(ls -A "$scratch")" = dist ] || refuse "the archive holds more than dist/."
[ -d "$new" ] && [ ! -L "$new" ] || refuse "dist is not a folder."

odd=$(find "$new" ! -type f ! -type d ! -path "$new/latest")
[ -z "$odd" ] || refuse "neither files nor folders: $odd"
odd=$(find "$new" -type f -links +1)
[ -z "$odd" ] || refuse "files with two names: $odd"
odd=$(cd "$scratch" && find dist | grep --invert-match '^[A-Za-z0-9._/-]*$' || true)
[ -z "$odd" ] || refuse "names with other characters than letters, digits and . _ -: $odd"
# Git would read a .git, and what it says.
odd=$(find "$new" -name '.*')
[ -z "$odd" ] || refuse "hidden names: $odd"
if [ -L "$new/latest" ]; then
  readlink "$new/latest" | grep --quiet '^releases/[0-9.]*$' || refuse "dist/latest leads out of dist/releases."
fi
find "$new" -type f -exec chmod 644 {} +

for sums in "$new"/releases/*/SHA256SUMS; do
  [ -e "$sums" ] || continue
  release=$(dirname "$sums")
  name=${release#"$scratch/"}
  (cd "$release" && sha256sum --check --quiet --strict --ignore-missing SHA256SUMS) >&2 || refuse "$name differs from its SHA256SUMS."
  hash=$(sha256sum <"$sums" | cut -c 1-64)
  grep --quiet "\"$hash\"" "$new/catalog.json" || refuse "dist/catalog.json does not list $name with its hash."
done

rm -rf dist
mv "$new" dist
git add --all dist
changes=$scratch/changes
git diff --cached --name-status --no-renames >"$changes"
odd=$(grep --invert-match \
  -e '^A	dist/releases/[0-9]*\.[0-9]*\.[0-9]*/' \
  -e '^[AM]	dist/catalog\.json$' \
  -e '^[AM]	dist/feed\.xml$' \
  -e '^[AM]	dist/latest$' \
  -e '^[AMD]	dist/latest/' "$changes" || true)
[ -z "$odd" ] || refuse "$(printf 'a new release does not make these changes:\n%s' "$odd")"

versions=$(sed --quiet 's|^A	dist/releases/\([^/]*\)/.*|\1|p' "$changes" | sort --unique)
[ "$(printf '%s' "$versions" | grep --count '')" -le 1 ] || refuse "more than one new release: $versions"
[ -n "$versions" ] || exit 0
if git cat-file -e "HEAD:dist/releases/$versions" 2>/dev/null; then refuse "dist/releases/$versions was published before."; fi
listed=$(cut -c 67- "dist/releases/$versions/SHA256SUMS" | sort)
found=$(cd "dist/releases/$versions" && find . -type f ! -path ./SHA256SUMS ! -path ./SHA256SUMS.sig | cut -c 3- | sort)
[ "$listed" = "$found" ] || refuse "dist/releases/$versions holds other files than its SHA256SUMS."
printf '%s\n' "$versions"
