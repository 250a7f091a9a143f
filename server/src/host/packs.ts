/** Packs that ship: configs by name, for `extends`. What they hold is in server/data/terms. */
export const packs: Readonly<Record<string, unknown>> = Object.fromEntries(
  ['ap', 'guardian', 'reuters'].map((name) => [name, { rules: { 'style/terms': { packs: [name] }, 'name/variant': { packs: [name] } } }]),
);
