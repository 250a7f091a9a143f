import {
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  type TextDocument,
  Uri,
  languages as vscodeLanguages,
  window,
  workspace,
} from 'vscode';
import type { Status } from '../../server/src/protocol/messages';
import { languages } from './documents';
import { checkersOf } from './other-checkers';
import type { Standing } from './session';
import { leftIn } from './settings';

export interface StatusItem extends Disposable {
  tell(status: Status): void;
  forget(uri: string): void;
  standing(standing: Standing): void;
  paused(paused: boolean): void;
  busy(busy: boolean): void;
  of(document: TextDocument): Status | undefined;
}

/** One language status item: the draft's date and where it came from, the counts, the config in use. */
export function statusItem(): StatusItem {
  const item = vscodeLanguages.createLanguageStatusItem(
    'bluePencil.status',
    languages.map((language) => ({ language })),
  );
  item.name = 'Blue Pencil';
  const known = new Map<string, Status>();
  let standing: Standing = 'starting';
  let paused = false;

  function show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && known.get(document.uri.toString());
    item.severity = LanguageStatusSeverity.Information;
    item.command = undefined;
    item.detail = '';
    if (standing === 'stopped') {
      item.text = l10n.t('Blue Pencil has stopped');
      item.severity = LanguageStatusSeverity.Error;
      item.command = { title: l10n.t('Restart'), command: 'bluePencil.restart' };
    } else if (paused) {
      item.text = l10n.t('Blue Pencil is off in this window');
      item.command = { title: l10n.t('Switch on'), command: 'bluePencil.toggle' };
    } else if (!status) {
      item.text = standing === 'starting' ? l10n.t('Blue Pencil is starting') : l10n.t('Not checked yet');
    } else if (status.state !== 'checked') {
      item.text = {
        off: l10n.t('Off by the setting bluePencil.enable'),
        excluded: l10n.t('Excluded by the config'),
        'too long': l10n.t('Too long to check while typing'),
      }[status.state];
      if (status.state === 'excluded') item.command = { title: l10n.t('Open the config'), command: 'bluePencil.openConfig' };
    } else {
      item.text = `${longDay(status.dateline!.on)} (${origin(status)}) · ${countsIn(status)}`;
      const others = leftTo(status);
      item.detail = [
        configIn(status),
        ...(others.length ? [l10n.t('spelling and slips left to {0}', others.join(', '))] : []),
        ...(status.milliseconds > 250 ? [l10n.t('{0} ms', Math.round(status.milliseconds))] : []),
      ].join(' · ');
      item.command = {
        title: l10n.t('Set the date'),
        command: 'bluePencil.setDate',
        tooltip: l10n.t("Set the day on which this draft's facts are judged"),
      };
      if (status.configBroken) {
        item.severity = LanguageStatusSeverity.Warning;
        item.command = { title: l10n.t('Open the config'), command: 'bluePencil.openConfig' };
      } else if (status.dateline!.from === 'today' || status.milliseconds > 1000) item.severity = LanguageStatusSeverity.Warning;
    }
  }

  const listening = window.onDidChangeActiveTextEditor(show);
  show();
  return {
    tell(status) {
      known.set(Uri.parse(status.uri).toString(), status);
      show();
    },
    forget: (uri) => void known.delete(uri),
    standing(next) {
      standing = next;
      if (next === 'stopped') known.clear();
      show();
    },
    paused(next) {
      paused = next;
      show();
    },
    busy(busy) {
      item.busy = busy;
    },
    of: (document) => known.get(document.uri.toString()),
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

/** "7 August 2025", in the editor's language. */
export function longDay(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, day!)).toLocaleDateString(undefined, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}

/** "2 errors, 1 warning". */
export function countsIn({ counts }: Pick<Status, 'counts'>): string {
  const parts = [
    counts.error === 1 ? l10n.t('1 error') : counts.error ? l10n.t('{0} errors', counts.error) : '',
    counts.warning === 1 ? l10n.t('1 warning') : counts.warning ? l10n.t('{0} warnings', counts.warning) : '',
    counts.info ? l10n.t('{0} info', counts.info) : '',
  ].filter(Boolean);
  return parts.length ? parts.join(', ') : l10n.t('nothing marked');
}

/** The checkers to which rules are left here, by name. */
export function leftTo({ uri, left }: Pick<Status, 'uri' | 'left'>): readonly string[] {
  if (left.length === 0) return [];
  const document = workspace.textDocuments.find((d) => d.uri.toString() === Uri.parse(uri).toString());
  return checkersOf(leftIn(document), left);
}

function origin({ dateline }: Status): string {
  const said: Record<string, string> = {
    flag: l10n.t('command line'),
    comment: l10n.t('comment'),
    'front matter': l10n.t('front matter'),
    dateline: l10n.t('dateline'),
    'file name': l10n.t('file name'),
    config: l10n.t('config'),
    today: l10n.t('today, the draft has no date'),
  };
  return said[dateline!.from] ?? dateline!.from;
}

function configIn({ config, configBroken, configStale }: Status): string {
  if (config === undefined) return l10n.t('no config');
  const name = workspace.asRelativePath(Uri.parse(config));
  if (configStale) return l10n.t('{0} cannot be read; what it last said holds', name);
  return configBroken ? l10n.t('{0} has mistakes', name) : name;
}
