# Markdown as the body of a comment or an issue: GitHub takes 65,536 characters. What is longer is cut at the end of a
# line, what stands open there is closed, and $link leads to the whole.
def opened:
  reduce split("\n")[] as $line ({ fence: null, details: 0 };
    ($line | capture("^(?<ticks>`{3,})") // null) as $at
    | if $at and .fence == null then .fence = $at.ticks
      elif $at and ($at.ticks | length) >= (.fence | length) then .fence = null
      elif .fence == null then
        .details += ([$line | scan("<details")] | length) - ([$line | scan("</details>")] | length)
      else . end);

def cut($limit):
  if length <= $limit then .
  else
    .[:$limit - 1000] | split("\n")[:-1] | join("\n")
    | . as $kept
    | opened as $open
    | $kept + (if $open.fence then "\n" + $open.fence else "" end)
      + ([range($open.details)] | map("\n</details>") | join(""))
      + "\n\nThe rest is left out here: [the whole is an artefact of the run](\($link)).\n"
  end;

{ body: cut(65536) } + $also
