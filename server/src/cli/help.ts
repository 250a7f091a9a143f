export const help = `Blue Pencil reads news drafts the way a copy chief does: titles, names, dates and
residue, judged on the day the draft is dated. It works offline and sends nothing anywhere
(but for "knowledge update", which asks Wikidata when you call it).

  blue-pencil check [paths…]      check drafts: files, folders, globs (default: this folder)
  blue-pencil stream              JSON Lines in, JSON Lines out: for archives and other programs
  blue-pencil read FILE           show what was read: dateline, paragraphs, people, dates
  blue-pencil who "NAME"          what we know of a person on a day
  blue-pencil knowledge COMMAND   what we know and how old it is; import, update: make packs
  blue-pencil rot [paths…]        which sentences stop being true, and on which day
  blue-pencil rules               list the rules
  blue-pencil explain RULE        why a rule marks what it marks, with examples
  blue-pencil init                write a .blue-pencil.json to start from
  blue-pencil config [FILE]       show the settings that hold for a file
  blue-pencil lsp --stdio         the language server, for editors

Try:
  blue-pencil check --as-of 2025-08-07 drafts/
  blue-pencil check --fix article.md
  blue-pencil who "Mark Rutte" --as-of 2024-11-10

Exit codes: 0 nothing at or over --fail-on · 1 findings · 2 could not judge.
blue-pencil COMMAND --help tells more of one command.
`;

const more: Readonly<Record<string, string>> = {
  check: `blue-pencil check [paths…]
Checks .md .markdown .txt .html .htm files. Folders and globs honour .gitignore and the config's "exclude".

  --as-of DATE             judge on this day (2025-08-07), whatever the drafts say
  --format NAME[=FILE]     pretty (default), json, jsonl, sarif, github, junit, checkstyle,
                           unix; several allowed: --format json=report.json
  --fix                    apply the certain fixes to the files
  --fix-dry-run            print what --fix would change, as a diff
  --fail-on LEVEL          error (default), warning, info, never
  --rule ID=LEVEL          set a rule or a group: --rule copy=off --rule name/case=warning
  --group NAMES            only these groups: --group title,name
  --baseline FILE          leave out findings that this file knows; --update-baseline writes it
  --diff REF               only what the lines changed since the merge base with REF touch
  --config FILE            use this config · --no-config use none
  --stdin                  read one draft from stdin · --stdin-filename NAME what it would be called
  --no-desk                skip the checks across drafts
  --concurrency N          how many files are read at once (default 8)
  --quiet                  errors only · --stats times and counts · --color, --no-color
`,
  stream: `blue-pencil stream [--read] [--as-of DATE] [--config FILE | --no-config] [--rule ID=LEVEL] [--group NAMES]
Reads {"id","text","format"?,"asOf"?,"path"?} a line and writes {"id","asOf","messages"} a line, in the same
order, in constant memory. format: markdown, plaintext, html. A line that is not JSON gives {"id":null,"error"}.
`,
  read: `blue-pencil read FILE [--as-of DATE] [--format pretty|json] [--stdin] [--config FILE | --no-config]
Shows what was read of a draft, for whoever asks why something was or was not marked.
`,
  who: `blue-pencil who "NAME" [--as-of DATE] [--format pretty|json]
Shows what the knowledge says of a person, the edition, and what was true on the day.
`,
  rot: `blue-pencil rot [paths…] [--from DATE] [--to DATE] [--format pretty|json|ics]
Shows which sentences of evergreen or embargoed drafts stop being true between two days (default: a year from
today), on which day and why. ics is a calendar file. Exit code 1 where anything goes bad.
`,
  knowledge: `blue-pencil knowledge status [--format pretty|json] [--config FILE | --no-config]
Shows the edition, how many people, offices and tenures it has, what was verified longest ago, and the packs
in force in this folder with what is wrong in them.

blue-pencil knowledge import FILE [--from wikidata|congress|csv] [--out FILE [--force]]
Makes a pack that .blue-pencil.json takes in with "extends": "./desk.json". Reads results of Wikidata queries
(JSON), legislators of unitedstates/congress-legislators (YAML or JSON) and CSV with a header (name, office, of,
from, until; also acting, source, kind, born, id). What cannot be used is told with its line; the rest is written.

  --from KIND              what the file is, where its content does not tell
  --out FILE               where the pack goes (default: stdout); never over a file without --force
  --verified DATE          the day up to which the file is right (default: when it was last written)
  --since DATE             pass over tenures that ended before this day

blue-pencil knowledge update [--offices ID,…] [--endpoint URL] [--out FILE [--force]]
THE ONLY COMMAND THAT USES THE NETWORK. Asks the Wikidata query service who holds the offices that we ship, one
question at a time, and writes what is new to us as a pack. Broken off, it goes on where it stopped.

  --offices ID,…           france/president, or ukraine for all of its offices, or */prime-minister
  --out FILE               where the pack goes (default: wikidata-pack.json)
  --all                    write also what we know already
  --since DATE             pass over tenures that ended before this day
  --contact WHO            an address that the service may write to, told in the user agent
  --pause, --timeout SECONDS · --retries N · --endpoint URL (default: query.wikidata.org)
`,
  rules: 'blue-pencil rules [--format pretty|json]\nLists every rule with its level and what it marks.\n',
  explain: 'blue-pencil explain RULE\nWhy the rule marks what it marks, what it leaves alone, and examples.\n',
  init: 'blue-pencil init\nWrites a .blue-pencil.json with comments into this folder. Never over one that is there.\n',
  lsp: 'blue-pencil lsp --stdio\nThe language server, for any editor that speaks LSP. docs/editors.md says how to set up yours.\n',
  config: 'blue-pencil config [FILE]\nShows the settings that hold for a file (or for this folder), and where they come from.\n',
};
export const commandHelp = (name: string): string | undefined => more[name];
