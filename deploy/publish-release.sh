#!/bin/sh
# Publishes on the hosting site what deploy/accept-dist.sh has staged:
#
#   deploy/publish-release.sh [VERSION]
#
# Commits and pushes dist/, with its citation at the root. With VERSION, tags that release too, and makes a release of
# the hosting site with its zip file and all its editions. It can be killed at any moment: the files go into a draft,
# which nobody sees; then the commit and the tag are pushed, both or none; then the draft is shown to everybody. The next
# run shows a draft whose tag was pushed, and does everything before that again.
#
# Runs nothing but git, gh and the tools of the shell, because it holds a token: GH_TOKEN.
set -eu
version=${1:-}
branch=${GITHUB_REF:-refs/heads/main}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

remote() { git -c credential.helper= -c 'credential.helper=!gh auth git-credential' "$@"; }
is_tagged() { [ -n "$(remote ls-remote origin "refs/tags/v$1")" ]; }
is_draft() {
  gh release list --limit 1000 --json tagName,isDraft --jq '.[] | select(.isDraft) | .tagName' >"$scratch/drafts"
  grep --quiet --line-regexp --fixed-strings "v$1" "$scratch/drafts"
}

# What git does not keep, which is the zip file and the editions, and the sums of them.
assets_of() {
  git ls-files --others --ignored --exclude-standard "dist/releases/$1"
  find "dist/releases/$1" -maxdepth 1 -name 'SHA256SUMS*'
}

make_draft() {
  if is_draft "$1"; then gh release delete "v$1" --yes; fi
  # The newest section of the changelog. The hosting site takes 125,000 characters.
  awk '/^## / { section++ } section == 1' "dist/releases/$1/CHANGELOG.md" | head -c 100000 >"$scratch/notes.md"
  # shellcheck disable=SC2046 # deploy/accept-dist.sh has refused names with spaces.
  gh release create "v$1" --draft --title "jnim-data $1" --notes-file "$scratch/notes.md" $(assets_of "$1")
}

# Commits what is staged, and names what is to be pushed then.
commit() {
  if [ -e dist/latest/CITATION.cff ]; then
    cp dist/latest/CITATION.cff CITATION.cff
    git add CITATION.cff
  fi
  if git diff --cached --quiet; then return; fi
  git commit --quiet --message "$1"
  printf '%s\n' "HEAD:$branch"
}

if [ -n "$version" ] && ! is_tagged "$version"; then
  make_draft "$version"
  head=$(commit "Publish $version")
  git tag --force "v$version" >&2
  remote push --quiet --atomic origin ${head:+"$head"} "refs/tags/v$version"
else
  head=$(commit "Repair the overview in dist/")
  if [ -n "$head" ]; then remote push --quiet origin "$head"; fi
fi

newest=$(sed --quiet 's/^ *"latest": *"\([0-9]*\.[0-9]*\.[0-9]*\)".*/\1/p' dist/catalog.json)
if [ -n "$newest" ] && is_tagged "$newest" && is_draft "$newest"; then
  gh release edit "v$newest" --draft=false
fi
