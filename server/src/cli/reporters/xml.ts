import { messagesOf, type Result } from '../result';

/** Text and attribute values of XML 1.0; what it cannot hold at all becomes U+FFFD. */
const escaped = (t: string): string => {
  let out = '';
  for (const c of t) {
    const code = c.codePointAt(0)!;
    if (c === '&') out += '&amp;';
    else if (c === '<') out += '&lt;';
    else if (c === '>') out += '&gt;';
    else if (c === '"') out += '&quot;';
    else if (c === '\n') out += '&#10;';
    else
      out +=
        (code < 32 && code !== 9 && code !== 13) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff ? '\ufffd' : c;
  }
  return out;
};

/** Checkstyle's XML, which many CI servers read. */
export const checkstyle = (results: readonly Result[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n${results
    .map(
      (r) =>
        `  <file name="${escaped(r.shown)}">\n${messagesOf(r)
          .map(
            (m) =>
              `    <error line="${m.line}" column="${m.column}" severity="${m.level}" message="${escaped(m.message)}" source="${escaped(`blue-pencil.${m.ruleId}`)}" />\n`,
          )
          .join('')}  </file>\n`,
    )
    .join('')}</checkstyle>\n`;

/** JUnit's XML: a suite a draft; each error or warning a failed case, a clean draft one that passed. Info goes to the suite's output. */
export function junit(results: readonly Result[]): string {
  const suites = results.map((r) => {
    const messages = messagesOf(r);
    const failed = messages.filter((m) => m.level !== 'info');
    const cases = failed.length
      ? failed
          .map(
            (m) =>
              `    <testcase classname="${escaped(r.shown)}" name="${escaped(`${m.ruleId} ${m.line}:${m.column}`)}">\n      <failure type="${m.level}" message="${escaped(m.message)}">${escaped(`${r.shown}:${m.line}:${m.column} ${m.message}`)}</failure>\n    </testcase>\n`,
          )
          .join('')
      : `    <testcase classname="${escaped(r.shown)}" name="nothing marked" />\n`;
    const info = messages.filter((m) => m.level === 'info').map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`);
    return `  <testsuite name="${escaped(r.shown)}" tests="${Math.max(1, failed.length)}" failures="${failed.length}" errors="0">\n${cases}${info.length ? `    <system-out>${escaped(info.join('\n'))}</system-out>\n` : ''}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}
