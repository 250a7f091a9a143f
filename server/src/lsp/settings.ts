import type { Connection } from 'vscode-languageserver';
import { readSettings, type Settings, section } from '../protocol/settings';
import type { Client } from './client';

/** The editor's settings for a document: asked for where the editor can be asked, else as it last told them. */
export interface SettingsSource {
  of(uri: string): Promise<Settings>;
  /** The editor says that settings have changed; some send them along. */
  changed(sent: unknown): void;
  forget(uri: string): void;
}

export function settingsSource(connection: Connection, client: Client): SettingsSource {
  let told = readSettings(client.options.settings);
  const asked = new Map<string, Promise<Settings>>();

  async function ask(uri: string): Promise<Settings> {
    try {
      const value: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section });
      return value === null || value === undefined ? told : readSettings(value);
    } catch {
      asked.delete(uri);
      return told;
    }
  }

  return {
    of(uri) {
      if (!client.configuration) return Promise.resolve(told);
      const settings = asked.get(uri) ?? ask(uri);
      asked.set(uri, settings);
      return settings;
    },
    changed(sent) {
      asked.clear();
      const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : undefined;
      if (value && Object.keys(value).length > 0) told = readSettings(value[section] ?? value['blue-pencil'] ?? value);
    },
    forget: (uri) => void asked.delete(uri),
  };
}
