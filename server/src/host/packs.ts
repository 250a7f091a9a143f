/** Packs that ship: configs by name, for `extends`. */
export const packs: Readonly<Record<string, unknown>> = {};
