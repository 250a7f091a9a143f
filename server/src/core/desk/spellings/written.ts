/** As spellings are compared: with straight apostrophes, composed, without soft hyphens. */
export const straight = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/[’‘]/g, "'")
    .normalize('NFC');

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
export const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** In capitals throughout: "ZELENSKY" in a headline. */
export const isShouted = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
