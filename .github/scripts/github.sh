# Calls the API of GitHub for this repository, and prints the answer. Sourced.
#
# github METHOD PATH [FILE]   FILE holds the JSON to send

github() {
  local method=$1 path=$2 more=()
  [ "$method" != GET ] || more+=(--retry 3)
  [ $# -lt 3 ] || more+=(--data-binary "@$3")
  # The token is in no list of processes.
  curl --silent --show-error --fail-with-body --max-time 60 --request "$method" "${more[@]}" \
    --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
    --header @<(printf 'Authorization: Bearer %s\n' "$GITHUB_TOKEN") \
    "${GITHUB_API_URL:?}/repos/${GITHUB_REPOSITORY:?}/$path"
}

# The number or id of the first of ours whose body begins with MARKER, if there is one.
#
# ours PATH MARKER   PATH of a list, with a ? in it
ours() {
  local path=$1 marker=$2 page=1 found answer
  while :; do
    answer=$(github GET "$path&per_page=100&page=$page")
    # What somebody else wrote is left alone, whatever it begins with.
    found=$(jq -r --arg marker "$marker" '
      [.[] | select(.user.login == "github-actions[bot]" and (.body // "" | startswith($marker)))
      | select(.pull_request | not)][0] | .number // .id // empty' <<<"$answer")
    [ -z "$found" ] || break
    [ "$(jq length <<<"$answer")" -eq 100 ] || break
    page=$((page + 1))
  done
  printf '%s' "$found"
}
