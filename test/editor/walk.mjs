// One walk as a person does it: the packaged extension installed in a real VS Code, a draft opened, and what then is seen and done. Each step leaves a screenshot.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../server/scripts/tools.mjs';
import { openBrowser, startServer, until } from './vscode-server.mjs';

const title = ['$', '{activeEditorShort}'].join('');
export const screenshots = join(cache, 'screenshots');

const draft = `---
date: 2025-08-07
---

# Harbour talks resume in Valletta

*By Ines Calleja*

VALLETTA — Ministers from nine countries met in the old customs house on Thursday, Aug. 7, to reopen talks on shipping insurance.

Former U.S. President Donald Trump sent a letter of support, and President Joe Biden was represented by an envoy, the organisers said. Former Russian President Dmitry Medvedev had called the plan a paper boat; nobody in the room answered him.

"We are close," said the the chair of the session. Italian Prime Minister Giorgia Meloni and emmanuel Macron spoke by video link.

The session had been planned for Wednesday, Aug. 8, but fog closed the airport. They meet again next Thursday.

Share This Article
`;

export async function walk(vsix) {
  const home = join(cache, 'walk');
  rmSync(home, { recursive: true, force: true });
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  const desk = join(home, 'desk');
  mkdirSync(join(desk, '.git'), { recursive: true });
  const file = (name) => join(desk, name);
  writeFileSync(file('harbour-talks.md'), draft);
  writeFileSync(file('envoy.md'), '---\ndate: 2025-08-07\n---\n\n# The envoy\n\nFormer U.S. President Donald Trump named an envoy.\n');
  writeFileSync(file('.blue-pencil.json'), '{\n  // House rules of the desk\n  "rules": {}\n}\n');
  const server = await startServer({
    data: join(home, 'server'),
    extensions: [vsix],
    settings: {
      'editor.fontSize': 15,
      'editor.wordWrap': 'on',
      'editor.minimap.enabled': false,
      'workbench.colorTheme': 'Default Light Modern',
      'files.autoSave': 'off',
      'breadcrumbs.enabled': false,
      'editor.hover.delay': 200,
      'editor.autoClosingBrackets': 'never',
      'editor.autoSurround': 'never',
      'editor.autoIndent': 'none',
      'window.title': title,
    },
  });
  const { page, close } = await openBrowser({ width: 1280, height: 860 });
  let shots = 0;
  const shot = async (name) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(screenshots, `${String(++shots).padStart(2, '0')}-${name}.png`) });
  };
  const key = (k) => page.keyboard.press(k);
  const palette = async (command) => {
    await key('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type(command, { delay: 15 });
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: command.replace(/^>/, '') })
      .first()
      .waitFor();
    await key('Enter');
  };
  const openFile = async (name) => {
    await until(`the tab of ${name}`, async () => {
      await key('Control+p');
      await page.locator('.quick-input-widget input').first().waitFor();
      await page.keyboard.type(name, { delay: 15 });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await key('Enter');
      try {
        await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 5000 });
        return true;
      } catch {
        await key('Escape');
        return false;
      }
    });
    await page.locator('.monaco-editor .view-line').first().waitFor();
  };
  const goTo = async (words) => {
    await key('Control+Home');
    await key('Control+f');
    await page.locator('.find-widget textarea, .find-widget .monaco-inputbox').first().waitFor();
    await page.keyboard.type(words, { delay: 10 });
    await page.waitForTimeout(300);
    await key('Enter');
    await key('Escape');
  };
  const squiggles = (kind) => page.locator(`.squiggly-${kind}`).count();
  const text = () => readFileSync(file('harbour-talks.md'), 'utf8');
  const save = () => key('Control+s');
  const menu = () => page.locator('.action-widget .monaco-list-row');
  const choose = async (title) => {
    await until(`the action "${title}"`, async () => {
      await key('Control+.');
      try {
        await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().waitFor({ timeout: 3000 });
        return true;
      } catch {
        await key('Escape');
        return false;
      }
    });
  };
  const said = [];
  const step = (line) => {
    said.push(line);
    console.log(`  ${line}`);
  };

  try {
    await page.goto(server.url(`folder=${encodeURIComponent(desk)}`));
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view').waitFor();
    await openFile('harbour-talks.md');
    await until('squiggles', async () => (await squiggles('error')) >= 3);
    await key('Control+Home');
    await shot('squiggles');
    step(`opened a draft: ${await squiggles('error')} errors and ${await squiggles('warning')} warnings are underlined`);

    await page.locator('.squiggly-error').first().hover({ force: true });
    await page.locator('.monaco-hover:visible').filter({ hasText: 'Donald Trump' }).first().waitFor();
    await page.waitForTimeout(800);
    await shot('hover');
    step('read the hover on "Former U.S. President Donald Trump"');
    await key('Escape');

    await goTo('Former U.S. President');
    await choose('Change "Former U.S. President" to "U.S. President"');
    await shot('light-bulb');
    step(`took the light-bulb: ${(await menu().allTextContents()).join(' | ')}`);
    await menu().filter({ hasText: 'Change "Former U.S. President" to "U.S. President"' }).first().click();
    await until('the fix', async () => {
      await save();
      return text().includes('\n\nU.S. President Donald Trump sent');
    });
    await shot('fixed');
    step('applied the fix');

    await palette('Blue Pencil: Apply all certain fixes');
    await until('all certain fixes', async () => {
      await save();
      return !text().includes('the the');
    });
    await shot('fix-all');
    step('applied all certain fixes: the doubled word is gone');

    await goTo('President Joe Biden');
    await choose('Let "President Joe Biden" stand');
    await shot('stet-menu');
    await menu().filter({ hasText: 'note it in .blue-pencil.stet.json' }).first().click();
    await page.locator('.quick-input-widget', { hasText: 'Why does it stand?' }).waitFor();
    await page.keyboard.type('The envoy was appointed before January.');
    await shot('stet-reason');
    await key('Enter');
    await until(
      'the stet file',
      () => existsSync(file('.blue-pencil.stet.json')) && readFileSync(file('.blue-pencil.stet.json'), 'utf8').includes('before January'),
    );
    await openFile('harbour-talks.md');
    step(
      `let a finding stand, with a reason: ${JSON.stringify(JSON.parse(readFileSync(file('.blue-pencil.stet.json'), 'utf8')).stet[0].reason)}`,
    );
    await shot('stet');

    await page
      .locator('.statusbar-item[id="status.languageStatus"], .statusbar-item .codicon-bracket, .statusbar-item .codicon-json')
      .first()
      .hover();
    await page.waitForTimeout(1200);
    await shot('status');
    step('looked at the language status');
    await page.mouse.move(600, 300);

    await key('Control+Shift+m');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await shot('problems');
    step('looked at the Problems panel');

    await openFile('.blue-pencil.json');
    await key('Control+a');
    await page.keyboard.insertText('{\n  "rules": { "date": "off" },\n  "ruls": {}\n}\n');
    await save();
    await until('a mark in the config', async () => (await squiggles('error')) > 0);
    await page.waitForTimeout(1500);
    if ((await squiggles('error')) + (await squiggles('warning')) !== 1) throw new Error('the mistake in the config is marked twice');
    await shot('config-broken');
    step('made a mistake in the config: it is marked there');
    await key('Control+a');
    await page.keyboard.insertText('{\n  "rules": { "title": "warning", "date": "off" }\n}\n');
    await save();
    await openFile('harbour-talks.md');
    await shot('config-changed');
    step('changed the config: what it says holds at once');

    mkdirSync(file('.vscode'), { recursive: true });
    writeFileSync(file('.vscode/settings.json'), '{ "bluePencil.confirmedNames": "underline" }\n');
    const lines = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('.view-overlays .cdr')].filter((d) => getComputedStyle(d).borderBottomStyle === 'dotted').length,
      );
    await until('lines under confirmed names', async () => (await lines()) >= 3);
    await key('Control+Home');
    await shot('confirmed-names');
    step(`asked for confirmed names: ${await lines()} have a dotted line under them`);

    await palette('Blue Pencil: Show the rules');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'title/not-holder' }).first().waitFor();
    await shot('rules');
    await key('Escape');

    await palette('Blue Pencil: Check all drafts of the workspace');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'envoy.md' }).first().waitFor();
    await shot('workspace');
    step('checked the workspace: findings of a draft that nobody opened');

    await openFile('envoy.md');
    await goTo('Former U.S. President');
    await choose('Open the page of title/former-for-holder');
    await menu().filter({ hasText: 'Open the page of title/former-for-holder' }).first().click();
    await page.locator('.tab', { hasText: 'former-for-holder' }).first().waitFor();
    await page.waitForTimeout(2500);
    await shot('rule-page');
    step('opened the page of a rule, offline');
    return said;
  } catch (error) {
    await page.screenshot({ path: join(screenshots, 'failed.png') }).catch(() => undefined);
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}

/** A folder that nobody has trusted yet: drafts are checked all the same, for no code of the folder is run. */
export async function restricted(vsix) {
  const home = join(cache, 'restricted');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, 'desk'), { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  writeFileSync(join(home, 'desk/draft.md'), draft);
  const server = await startServer({
    data: join(home, 'server'),
    extensions: [vsix],
    trusted: false,
    settings: {
      'security.workspace.trust.startupPrompt': 'never',
      'workbench.colorTheme': 'Default Light Modern',
      'window.title': title,
    },
  });
  const { page, close } = await openBrowser({ width: 1100, height: 620 });
  try {
    await page.goto(server.url(`folder=${encodeURIComponent(join(home, 'desk'))}`));
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft.md' }).first().dblclick();
    await until('squiggles in Restricted Mode', async () => (await page.locator('.squiggly-error').count()) >= 3);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(screenshots, 'restricted-mode.png') });
    console.log('  drafts are checked in Restricted Mode');
  } catch (error) {
    await page.screenshot({ path: join(screenshots, 'restricted-failed.png') }).catch(() => undefined);
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}

if (process.argv[1]?.endsWith('walk.mjs')) {
  await walk(process.argv[2]);
  console.log(`screenshots: ${screenshots}`);
}
