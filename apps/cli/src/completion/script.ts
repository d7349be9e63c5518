import { join } from 'node:path';
import { execPath } from 'node:process';

import { quoted } from '@resilience/documents/words/quoted';

import type { Shell } from './shells.ts';

/** This program, by the paths that it runs from: a shell finds it wherever it is. */
const program = [execPath, join(import.meta.dirname, '../../bin/resilience.js')]
  .map(quoted)
  .join(' ');

/**
 * What a shell reads once, and then asks this program for what can follow. Where no program is called resilience,
 * the shell gets a function of that name.
 */
export const scriptFor: Readonly<Record<Shell, string>> = {
  bash: `command -v resilience >/dev/null || resilience() { ${program} "$@"; }
_resilience() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(${program} completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _resilience resilience
`,
  zsh: `#compdef resilience
command -v resilience >/dev/null || resilience() { ${program} "$@"; }
_resilience() {
  local -a candidates
  candidates=("\${(@f)$(${program} completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then _describe resilience candidates; else _files; fi
}
compdef _resilience resilience
`,
  fish: `type --query resilience; or function resilience; ${program} $argv; end
function __resilience_candidates
  set --local words (commandline --tokenize --current-process --cut-at-cursor) (commandline --current-token --cut-at-cursor)
  set --local found (${program} completion fish -- $words[2..-1] 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline --current-token)
  end
end
complete --command resilience --no-files --arguments '(__resilience_candidates)'
`,
};
