import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = join(__dirname, '../..');

/** The grammars that ours are injected into: those of the package always, and VS Code's own where a VS Code was installed for the editor tests. */
const packaged = join(root, 'node_modules/tm-grammars/grammars');
const editor = join(root, '.vscode-test/tools/node_modules/code-server/lib/vscode/extensions');
const hosts: Record<string, Record<string, string>> = {
  'the packaged grammars': Object.fromEntries(
    Object.entries({
      'text.html.markdown': 'markdown',
      'text.html.basic': 'html',
      'text.html.derivative': 'html-derivative',
      'source.yaml': 'yaml',
    }).map(([scope, file]) => [scope, join(packaged, `${file}.json`)]),
  ),
  ...(existsSync(editor)
    ? {
        "VS Code's own grammars": Object.fromEntries(
          Object.entries({
            'text.html.markdown': 'markdown-basics/syntaxes/markdown',
            'text.html.basic': 'html/syntaxes/html',
            'text.html.derivative': 'html/syntaxes/html-derivative',
            'source.yaml': 'yaml/syntaxes/yaml',
            ...Object.fromEntries(['1.0', '1.1', '1.2', '1.3', 'embedded'].map((v) => [`source.yaml.${v}`, `yaml/syntaxes/yaml-${v}`])),
          }).map(([scope, file]) => [scope, join(editor, `${file}.tmLanguage.json`)]),
        ),
      }
    : {}),
};
const ours: Record<string, string> = {
  'blue-pencil.remarks': join(root, 'syntaxes/remarks.tmLanguage.json'),
  'blue-pencil.markdown': join(root, 'syntaxes/markdown.tmLanguage.json'),
  'blue-pencil.html': join(root, 'syntaxes/html.tmLanguage.json'),
};

beforeAll(async () => {
  const wasm = readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM({ data: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
});

async function grammarOf(scope: string, files: Record<string, string>): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (name) => {
      const file = files[name] ?? ours[name];
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (name) =>
      name === 'text.html.markdown'
        ? ['blue-pencil.remarks', 'blue-pencil.markdown']
        : name.startsWith('text.html')
          ? ['blue-pencil.remarks', 'blue-pencil.html']
          : undefined,
  });
  return (await registry.loadGrammar(scope))!;
}

/** The words that have one of our scopes, as "scope: words"; neighbouring tokens of one scope as one. */
function marked(grammar: IGrammar, text: string): string[] {
  const out: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const t of tokens) {
      const scope = t.scopes.filter((s) => s.endsWith('.blue-pencil') && !s.startsWith('meta.') && !s.startsWith('punctuation.')).at(-1);
      const words = line.slice(t.startIndex, t.endIndex);
      if (scope) out.push(`${scope.replace('.blue-pencil', '')}: ${words}`);
    }
  }
  return out;
}

for (const [host, files] of Object.entries(hosts)) {
  describe(`in ${host}`, () => {
    let markdown: IGrammar;
    let html: IGrammar;
    beforeAll(async () => {
      markdown = await grammarOf('text.html.markdown', files);
      html = await grammarOf('text.html.basic', files);
    });

    it('dateline: place, date, agency', () => {
      expect(marked(markdown, '# Head\n\nWASHINGTON, Aug. 7, 2025 (AP) — The talks began.')).toEqual([
        'entity.name.tag.place: WASHINGTON',
        'constant.numeric.date: Aug. 7, 2025',
        'support.other.agency: AP',
      ]);
      expect(marked(markdown, 'LERWICK, Scotland — The lamp.')).toEqual(['entity.name.tag.place: LERWICK, Scotland']);
      expect(marked(markdown, 'NEW YORK, 14 March 2023 (Blue Pencil Wire) - Crews.')).toEqual([
        'entity.name.tag.place: NEW YORK',
        'constant.numeric.date: 14 March 2023',
        'support.other.agency: Blue Pencil Wire',
      ]);
      expect(marked(markdown, 'The NATO — as it was called — met.\n\nNATO met.')).toEqual([]);
    });

    it('byline, in italics or not, and no sentence that begins with By', () => {
      expect(marked(markdown, '# Head\n\n*By Ines Calleja*\n\nText')).toEqual([
        'keyword.other.byline: By',
        'entity.name.type.byline: Ines Calleja',
      ]);
      expect(marked(markdown, 'By Tomás Okafor and Ada Byron')).toEqual([
        'keyword.other.byline: By',
        'entity.name.type.byline: Tomás Okafor and Ada Byron',
      ]);
      expect(marked(markdown, 'By Tuesday the ferries ran.\n\nBy Monday')).toEqual([]);
    });

    it('stet and as-of comments, in both languages', () => {
      for (const grammar of [markdown, html]) {
        expect(marked(grammar, '<!-- stet title/not-holder, copy: the spokesman - said so -->')).toEqual([
          'keyword.control.stet: stet',
          'constant.other.rule: title/not-holder, copy',
          'string.unquoted.reason: the spokesman - said so',
        ]);
        expect(marked(grammar, '<!-- stet-file -->')).toEqual(['keyword.control.stet: stet-file']);
        expect(marked(grammar, '<!-- as-of: 2025-08-07 -->')).toEqual([
          'keyword.control.as-of: as-of',
          'constant.numeric.date: 2025-08-07',
        ]);
        expect(marked(grammar, '<!-- a stet is not meant here, as-of yesterday, nor TK -->')).toEqual([]);
      }
      expect(marked(markdown, '- an item <!-- stet copy -->')).toEqual(['keyword.control.stet: stet', 'constant.other.rule: copy']);
      expect(marked(html, '<p>Text <!-- stet copy --></p>')).toEqual(['keyword.control.stet: stet', 'constant.other.rule: copy']);
    });

    it('placeholders, outside of code, links, tags and front matter', () => {
      expect(marked(markdown, 'The mayor, TK, and [NAME] of [INSERT TOWN] spoke TKTK.')).toEqual(
        ['TK', '[NAME]', '[INSERT TOWN]', 'TKTK'].map((w) => `invalid.illegal.placeholder: ${w}`),
      );
      expect(marked(markdown, '> He said **TK**.\n\n- item TK')).toEqual(Array(2).fill('invalid.illegal.placeholder: TK'));
      expect(marked(markdown, '`TK` and [NATO](x) and <https://a.example/TK>\n\n```\nTK [NAME]\n```\n\n    TK\n')).toEqual([]);
      expect(marked(markdown, '---\ntitle: TK\n---\n\nText')).toEqual([]);
      expect(marked(html, '<p title="TK">He is TK. Lorem ipsum</p><script>var TK = [NAME];</script>')).toEqual([
        'invalid.illegal.placeholder: TK',
        'invalid.illegal.placeholder: Lorem ipsum',
      ]);
    });

    it('residue: whole lines only, dimmed', () => {
      for (const line of [
        '- Advertisement -',
        'Share This Article',
        'Follow US',
        'Leave a Comment',
        'Your email address will not be published. Required fields are marked *',
        'This site uses Akismet to reduce spam. Learn how.',
        '5 Min Read',
        'Subscribe to our newsletter today',
      ])
        expect(marked(markdown, `Text.\n\n${line}\n\nText.`), line).toEqual([`comment.line.residue: ${line}`]);
      expect(marked(markdown, 'She asked them to share this article with friends.\n\nFollow us to the harbour, he said.')).toEqual([]);
    });

    it('leaves the language as it was: bold, links, headings, lists', () => {
      const scopes = (text: string): string[] => markdown.tokenizeLine(text, INITIAL).tokens.flatMap((t) => t.scopes);
      expect(scopes('A **bold** word').some((s) => s.startsWith('markup.bold'))).toBe(true);
      expect(scopes('# Head TK').some((s) => s.startsWith('heading.1') || s.startsWith('markup.heading'))).toBe(true);
      expect(scopes('- an item').some((s) => s.startsWith('markup.list'))).toBe(true);
    });
  });
}
