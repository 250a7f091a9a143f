import { describe, expect, it } from 'vitest';
import type { Hover, InlayHint, MarkupContent, Range } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folder, here } from './desk';
import type { Editor } from './drive';

const names = { confirmedNames: 'underline', rules: {} };
const head = '<!-- as-of: 2025-08-07 -->\n\n# Talks in the harbour\n\n';

/** The words that are marked as confirmed, in their order. */
async function confirmed(editor: Editor, text: string, language = 'markdown', uri = 'untitled:a'): Promise<string[]> {
  editor.open(uri, text, language);
  const answer: { version: number; ranges: Range[] } | null = await editor.connection.sendRequest('bluePencil/confirmedNames', { uri });
  const document = TextDocument.create(uri, language, 1, text);
  return (answer?.ranges ?? []).map((r) => document.getText(r));
}

describe('confirmed names', () => {
  it('cost nothing and say nothing unless they are asked for', async () => {
    const editor = await here();
    editor.open('untitled:a', `${head}U.S. President Donald Trump spoke.\n`, 'markdown');
    expect(await editor.connection.sendRequest('bluePencil/confirmedNames', { uri: 'untitled:a' })).toBeNull();
  });

  it('are full names with the titles that fit, and surnames that the draft introduces', async () => {
    const editor = await here({ settings: names });
    expect(
      await confirmed(
        editor,
        `${head}U.S. President Donald Trump met Emmanuel Macron, the French president, on Monday. Trump’s guest stayed late, and Macron left.\n\nFormer U.S. President Joe Biden was away.\n`,
      ),
    ).toEqual(['U.S. President Donald Trump', 'Emmanuel Macron', 'French president', 'Trump', 'Macron', 'Former U.S. President Joe Biden']);
  });

  const doubtful: Record<string, string> = {
    'a title that does not fit': 'Former U.S. President Donald Trump spoke.',
    'a surname that nobody introduced': 'The guests cheered when Meloni spoke.',
    'a small letter': 'The guests met emmanuel Macron there.',
    'a slip of one letter': 'They met Recep Tayip Erdoğan there.',
    'a name that goes on': 'They met in the George Washington University.',
    'a suffix of another generation': 'They met Donald Trump Jr. there.',
    'a stranger of that name': 'Emmanuel Macron, 17, a pupil, won the race.',
    'a name in code': 'They typed `Emmanuel Macron` into the form.',
  };
  for (const [what, text] of Object.entries(doubtful))
    it(`are not ${what}`, async () => {
      expect(await confirmed(await here({ settings: names }), `${head}${text}\n`)).toEqual([]);
    });

  it('are not a surname that two people of the draft share', async () => {
    const editor = await here({ settings: names });
    const marks = await confirmed(editor, `${head}Emmanuel Macron met Odile Macron, a cousin, at noon. Macron left early.\n`);
    expect(marks).not.toContain('Macron');
  });

  it('are what the day makes them: a title of another year is no longer confirmed', async () => {
    const editor = await here({ settings: names });
    const text = 'U.S. President Joe Biden spoke.\n';
    expect(await confirmed(editor, `<!-- as-of: 2023-03-01 -->\n\n${text}`)).toEqual(['U.S. President Joe Biden']);
    expect(await confirmed(editor, `<!-- as-of: 2025-08-07 -->\n\n${text}`, 'markdown', 'untitled:b')).toEqual([]);
  });

  it('are names alone after the day to which the titles were verified', async () => {
    const editor = await here({ settings: names });
    expect(await confirmed(editor, '<!-- as-of: 2099-03-01 -->\n\nThe guest was Italian Prime Minister Giorgia Meloni.\n')).not.toContain(
      'Italian Prime Minister Giorgia Meloni',
    );
  });

  it('are people of the desk, too, and exact in every format', async () => {
    const f = folder({ '.blue-pencil.json': '{ "people": { "Jane Okoro": { "role": "mayor of Example", "also": ["Jane A. Okoro"] } } }' });
    const editor = await here({ folders: [f.path], settings: names });
    const uri = f.uri('a.html');
    expect(
      await confirmed(editor, '<!-- as-of: 2025-08-07 -->\r\n<h1>Talks</h1>\r\n<p>👍🏽 <b>Jane</b> Okoro spoke.</p>\r\n', 'html', uri),
    ).toEqual(['Jane</b> Okoro']);
  });

  it('are ticks where inlay hints are asked for, each with the reason', async () => {
    const editor = await here({ settings: { ...names, confirmedNames: 'hint' } });
    editor.open('untitled:a', `${head}U.S. President Donald Trump spoke.\n`, 'markdown');
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints: InlayHint[] = await editor.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri: 'untitled:a' },
      range,
    });
    expect(hints).toMatchObject([
      {
        label: '✓',
        position: { line: 4, character: 27 },
        tooltip: 'Confirmed: Donald Trump, on 7 August 2025 President of the United States.',
      },
    ]);
  });
});

describe('hover', () => {
  const hover = async (text: string, words: string): Promise<string> => {
    const editor = await here({ settings: { rules: {} } });
    editor.open('untitled:a', text, 'markdown');
    const found: Hover | null = await editor.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'untitled:a' },
      position: TextDocument.create('', '', 1, text).positionAt(text.indexOf(words) + 1),
    });
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
  };

  it('says that a name is right, and only where it is', async () => {
    expect(await hover(`${head}U.S. President Donald Trump spoke.\n`, 'Donald')).toContain('✓ Confirmed spelling and title');
    expect(await hover(`${head}They met Donald Trump there.\n`, 'Donald')).toMatch(/✓ Confirmed spelling\n/);
    expect(await hover(`${head}Former U.S. President Donald Trump spoke.\n`, 'Donald')).not.toContain('Confirmed');
  });

  it('on a place or an organisation says what it is, its other names, and when it was renamed', async () => {
    const macedonia = await hover(`${head}They sent an envoy to North Macedonia on Monday.\n`, 'North Mac');
    expect(macedonia).toContain('### North Macedonia');
    expect(macedonia).toMatch(/Country[\s\S]*until 12 February 2019[\s\S]*capital Skopje[\s\S]*✓ Confirmed spelling/);
    expect(await hover(`${head}They sent an envoy to Swaziland on Monday.\n`, 'Swazi')).not.toContain('✓');
    expect(await hover('<!-- as-of: 2010-05-05 -->\n\n# Talks\n\nThey sent an envoy to Swaziland on Monday.\n', 'Swazi')).toContain(
      '✓ Confirmed: its name on 5 May 2010',
    );
    const nato = await hover(`${head}The envoys of NATO met on Monday.\n`, 'NATO');
    expect(nato).toMatch(/### NATO\n\nAlliance.*North Atlantic Treaty Organization/);
  });

  it('on a name of several bodies lists them', async () => {
    expect(await hover(`${head}They sent an envoy to Georgia on Monday.\n`, 'Georgia')).toMatch(/\*\*Georgia\*\* can be:\n\n- .*\n- /);
  });
});
