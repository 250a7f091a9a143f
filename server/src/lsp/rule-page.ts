import type { Example, Rule } from '../core';
import { ruleUrl } from '../protocol/messages';

const quoting = { skip: 'it is silent', soften: 'it speaks one level lower', same: 'it speaks as elsewhere' } as const;

/** The page of a rule, as Markdown, made from the rule itself: it is there offline, and of the version at work. */
export function rulePageOf(rule: Rule): string {
  const on = (asOf: string | undefined): string => (asOf ? ` *(as of ${asOf})*` : '');
  const wrong = rule.examples.wrong.map(
    (e: Example) => `- ${e.marked.replace(/⟦/g, '**⟦').replace(/⟧/g, '⟧**')}${on(e.asOf)}${e.becomes ? `  \n  becomes: ${e.becomes}` : ''}`,
  );
  const stands = rule.examples.stands.map((s) => (typeof s === 'string' ? `- ${s}` : `- ${s.text}${on(s.asOf)}`));
  const settings = { rules: { [rule.id]: rule.defaults ? { severity: rule.severity, ...(rule.defaults as object) } : rule.severity } };
  return `# ${rule.id}

${rule.summary}

${rule.rationale}

Level: **${rule.severity}**. In direct speech ${quoting[rule.quotes]}.

## Marked

${wrong.join('\n')}

## Stands

${stands.join('\n')}

## In .blue-pencil.json

\`\`\`json
${JSON.stringify(settings, null, 2)}
\`\`\`

[This page on the web](${ruleUrl(rule.id)})
`;
}
