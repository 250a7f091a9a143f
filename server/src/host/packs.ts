/** Packs that ship: configs by name, for `extends`. */
export const packs: Readonly<Record<string, unknown>> = {
  ap: { rules: { 'style/terms': { packs: ['ap'] } } },
  guardian: { rules: { 'style/terms': { packs: ['guardian'] } } },
  reuters: { rules: { 'style/terms': { packs: ['reuters'] } } },
};
