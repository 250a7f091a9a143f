import { describe, expect, it } from 'vitest';
import { createLinter, type Format } from '../../../../server/src/core';
import { boilerplateRules } from '../../../../server/src/core/rules/boilerplate';
import { check } from '../../../check-text';
import { knowledge } from '../../../knowledge';

const linter = createLinter(boilerplateRules, {}, knowledge);
const marks = (text: string, format: Format): string[] =>
  check(text, '2025-08-07', linter, format).map(
    (f) => `${f.severity}${f.fixes?.[0]?.confidence === 'certain' ? '!' : ''} ${text.slice(f.span.start, f.span.end)}`,
  );

const LEDE =
  'The harbour opened again on Monday, three days after the storm that tore two boats from their moorings, the harbour office said.';
const MORE = 'Nobody was hurt, the office said, and the ferry runs as it did before, with a boat more at the weekends until October.';
const page = (inside: string): string =>
  `<article><h1>Harbour reopens</h1><p>${LEDE}</p>${inside}<p>${MORE}</p><p>The treasurer told the council that the work would cost two million crowns, a third more than was planned.</p></article>`;

describe('what the elements of a page say', () => {
  it.each([
    ['a class name and a likely phrase', '<div class="share-tools">Facebook Twitter</div>', ['error! Facebook Twitter']],
    [
      'a class name and a link',
      '<div class="related-content"><a href="/x">Ferry back in service</a></div>',
      ['warning Ferry back in service'],
    ],
    [
      'a class name and a paragraph',
      `<p class="promo-text">${'The old quay stays closed until the spring, because its wall has to be built again, stone by stone, before the boats return.'}</p>`,
      [],
    ],
    ['a pull quote', '<aside class="pullquote">We were lucky</aside>', []],
    ['a share price', '<p class="share-price">Shares of the ferry company rose 3 percent on Monday in Oslo, to 41 crowns.</p>', []],
  ])('%s', (_, inside, wanted) => {
    expect(marks(page(inside), 'html')).toEqual(wanted);
  });
});

describe('where there is no story to stand beside', () => {
  it.each<[string, Format, string]>([
    [
      'verse',
      'plaintext',
      'The jetty\n\nfollow the gulls home,\nshare what is left of the bread.\n\nHome\nis where the boats are not,\na menu of wind,\n\nMore\nMore\nMore',
    ],
    [
      'letters',
      'plaintext',
      'Letters to the editor\n\nThe bridge\n\nSir — Your report left out the pedestrians. We walk too.\nAnna Reid\nHillside\n\nDogs on the beach\n\nSir — Who will tell the dogs?',
    ],
    [
      'a live blog',
      'plaintext',
      'Storm Anna: live\n\n17:42\nFerry cancelled\nThe evening ferry will not run, the harbour office says.\n\n17:20\nMore rain on the way\n\n16:58\nTrees down on Mill Lane\nPolice ask drivers to stay away.',
    ],
    [
      'what is on',
      'plaintext',
      'What’s on\n\nFriday\nFiddle night, Corn Exchange, 9 p.m.\nOpen mic, The Anchor, 8 p.m.\n\nSaturday\nBoat parade, old quay, 8 p.m.',
    ],
    [
      'links',
      'markdown',
      '- [Council votes on the bridge](https://x.example/1)\n- [Ferry back in service](https://x.example/2)\n- [Sport](https://x.example/5)',
    ],
    [
      'a recipe',
      'plaintext',
      'Lemon tart\n\nServes 6\nPrep time: 20 minutes\n\nIngredients\n200g plain flour\n3 lemons\n\nMethod\nRub the butter into the flour.\nBake blind for 15 minutes.',
    ],
  ])('%s: nothing is deleted, and doubts are no more than mentioned', (_, format, text) => {
    expect(marks(text, format).filter((m) => !m.startsWith('info '))).toEqual([]);
  });

  it('a draft of nothing but residue is not deleted', () => {
    const text = 'Home\nNews\nShare this article\nTweet\nRead more\nAdvertisement\n© 2025 The Post. All rights reserved.';
    const found = marks(text, 'plaintext');
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter((m) => m.includes('!'))).toEqual([]);
  });

  it('a table keeps its cells', () => {
    const text = `# What it cost\n\n${LEDE}\n\n| Year | Share |\n|---|---|\n| 2023 | Contact |\n| 2024 | Home |\n| 2025 | Search |\n\n${MORE}`;
    expect(marks(text, 'markdown')).toEqual([]);
  });
});
