import type { Rule } from '../../src/core';

/**
 * The same schema for an editor in which our server marks what is wrong, with a did-you-mean: as a condition without consequence it gives completion and
 * hovers, and no marks of its own beside the server's.
 */
export const markless: unknown = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Blue Pencil',
  if: { $ref: './blue-pencil.schema.json' },
};

/** The JSON Schema (draft-07, which editors read) of `.blue-pencil.json`. Gives completion, hovers and errors in the config file. */
export function configSchema(rules: readonly Rule[]): unknown {
  const level = { enum: ['error', 'warning', 'info', 'off'] };
  const groups = [...new Set(rules.map((r) => r.id.split('/')[0]!))];
  const strings = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  const setting = (rule: Rule): unknown => ({
    markdownDescription: `${rule.summary}\n\n${rule.rationale}`,
    default: rule.severity,
    oneOf: [
      level,
      {
        type: 'object',
        properties: {
          severity: level,
          ...Object.fromEntries(Object.entries((rule.defaults as object | undefined) ?? {}).map(([k, v]) => [k, { default: v }])),
        },
        additionalProperties: false,
      },
    ],
  });
  const ruleSettings = {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(groups.map((g) => [g, { ...level, description: `Every rule of the group ${g}.` }])),
      ...Object.fromEntries(rules.map((r) => [r.id, setting(r)])),
    },
  };
  const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Blue Pencil',
    description: 'House settings of Blue Pencil. The file may hold comments.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: { ...strings, description: 'Packs that ship, by name, or files inside this folder, by path. Later ones win.' },
      failOn: { enum: ['error', 'warning', 'info', 'never'], default: 'error', description: 'From which level on a check fails.' },
      dateline: {
        type: 'object',
        additionalProperties: false,
        properties: {
          keys: { ...strings, description: 'Front matter keys that hold the date; the first that is there wins.' },
          zone: { type: 'string', description: 'Time zone of dates that name none, as Europe/London.' },
          date: { ...day, description: 'The day for drafts that say none.' },
        },
      },
      rules: { ...ruleSettings, description: 'Levels and options, by rule or by group.' },
      people: {
        type: 'object',
        description: "The desk's own people: name to facts.",
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          properties: {
            also: { type: 'array', items: { type: 'string' }, description: 'Other right spellings, in full.' },
            surname: { type: 'string' },
            role: { type: 'string' },
            prefer: {
              type: 'string',
              description: 'How the house writes the name: in full, or the surname alone. Drafts that write it otherwise are told.',
            },
            born: day,
            died: day,
            wrong: { type: 'array', items: { type: 'string' } },
          },
        },
      },
      offices: { description: "The desk's own offices: body to offices, in the form of the shipped data.", type: ['object', 'array'] },
      places: { type: 'object', description: "The desk's own places. prefer is how the house writes the name." },
      organisations: { type: 'object', description: "The desk's own organisations. prefer is how the house writes the name." },
      terms: { type: 'object', description: 'House style: what is written to what it becomes.' },
      styles: {
        description:
          'The folder of Vale styles, from this file; false for none. A folder "styles" beside this file is read without being named.',
        oneOf: [
          { type: 'string' },
          { const: false },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              path: { type: 'string', description: 'The folder of styles.', default: 'styles' },
              use: {
                ...strings,
                description: 'Names of the styles that hold; without it all that lie there, or all that .vale.ini names.',
              },
              vocab: { ...strings, description: 'Vocabularies in config/vocabularies: what they accept is an exception of every rule.' },
            },
          },
        ],
      },
      exclude: { ...strings, description: 'Globs of drafts that are not checked.' },
      overrides: {
        type: 'array',
        items: { type: 'object', additionalProperties: false, properties: { files: strings, rules: ruleSettings } },
      },
    },
  };
}
