/** Plain text as Markdown shows it: nothing in it is markup. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
