/** What client and server say to each other beyond LSP. Plain data only: the two are bundled with protocol libraries of their own. */
import type { Level, Settings } from './settings';

/** What a client sends when it starts the server. Every field may be missing: other editors send none. */
export interface StartOptions {
  /** True for our own client, which knows the commands and requests below. */
  readonly ours?: boolean;
  /** Settings, from editors that cannot be asked for them. */
  readonly settings?: Partial<Settings>;
  /** The knowledge, where the server has no disk to read it from. */
  readonly knowledge?: Uint8Array;
}

/** How a draft stands, after every check: what the status item shows. */
export interface Status {
  readonly uri: string;
  readonly state: 'checked' | 'off' | 'excluded' | 'too long';
  readonly dateline?: { readonly on: string; readonly from: string; readonly place?: string };
  readonly counts: Readonly<Record<Level, number>>;
  /** The config in use; missing where there is none. */
  readonly config?: string;
  /** Something in it is wrong; the rest holds. */
  readonly configBroken: boolean;
  /** It cannot be read as it stands: what it last said holds. */
  readonly configStale: boolean;
  /** Rules that are left to another checker in the editor. */
  readonly left: readonly string[];
  readonly milliseconds: number;
}

/** A file that the server cannot read for itself: of a browser or a virtual file system. Null where it is gone. */
export interface HeldFile {
  readonly uri: string;
  readonly text: string | null;
}

export interface RuleLine {
  readonly id: string;
  readonly level: Level | 'off';
  /** Left to another checker, all of it or a part. */
  readonly left: boolean;
  readonly summary: string;
}

export interface WorkspaceResult {
  readonly drafts: number;
  readonly counts: Readonly<Record<Level, number>>;
  readonly unread: readonly string[];
  readonly cancelled: boolean;
}

/** A workspace edit in LSP's own form, or a sentence that says why there is none. */
export type EditAnswer = { readonly edit: unknown; readonly file: string } | { readonly refused: string };

/** The names of a draft that are known and right, as LSP ranges, for one version of its text. */
export interface ConfirmedNames {
  readonly version: number;
  readonly ranges: readonly { readonly start: Place; readonly end: Place }[];
}
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Notifications to the client. */
export const statusChanged = 'bluePencil/status';
/** Notifications to the server. */
export const filesHeld = 'bluePencil/files';
/** Requests to the server. */
export const listRules = 'bluePencil/rules';
export const rulePage = 'bluePencil/rulePage';
export const confirmedNames = 'bluePencil/confirmedNames';
export const setDate = 'bluePencil/setDate';
export const addPerson = 'bluePencil/addPerson';
export const giveReason = 'bluePencil/giveReason';
export const checkWorkspace = 'bluePencil/checkWorkspace';

/** Codes of what is wrong in configs and stet files: what only we can say, and what every reader of JSON says too. */
export const configCodes = { said: 'config', syntax: 'config-syntax', repeated: 'config-repeated-key' } as const;

/** Commands that code actions name. Our client has them all; for others the server runs openRule itself. */
export const commands = { openRule: 'bluePencil.openRule', edited: 'bluePencil.edited' } as const;

/** What the command `edited` is given: a file that a code action wrote to, and the entry for which a reason may be given. */
export interface Edited {
  readonly uri: string;
  readonly fingerprint?: string;
}

/** The page of a rule on the web; the same text is shown offline by the command openRule. */
export const ruleUrl = (id: string): string => `https://github.com/blue-pencil/blue-pencil/blob/main/docs/rules/${id}.md`;
