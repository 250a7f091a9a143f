import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, readClient } from './client';
import { documentOf } from './convert';
import { diagnosticMaker } from './diagnostics';
import { createDrafts, type Drafts, kindOf } from './drafts';
import { type HeldFiles, heldFiles } from './held-files';
import { createHouse, type House } from './house';
import { type SettingsSource, settingsSource } from './settings';
import { createShelves, type Shelves } from './shelves';
import { pathOf, uriOf } from './uris';
import type { World } from './world';

/** Everything that one session of the server works with. */
export interface Desk {
  readonly connection: Connection;
  readonly world: World;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: HeldFiles;
  readonly house: House;
  readonly drafts: Drafts;
  readonly settings: SettingsSource;
  readonly shelves: Shelves;
  readonly diagnostics: ReturnType<typeof diagnosticMaker>;
  /** Ids of the rules that have a page. */
  readonly documented: ReadonlySet<string>;
  /** The URI under which a file is open, else one made of its path. */
  uriOf(path: string): string;
  /** The open draft of this URI; undefined for the files that say how drafts are judged, and for what is not open. */
  draftAt(uri: string): TextDocument | undefined;
  openDrafts(): TextDocument[];
}

export function openDesk(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  world: World,
  params: InitializeParams,
  met: (file: string) => void,
): Desk {
  const client = readClient(params);
  const files = heldFiles(world.disk);
  const house = createHouse(world, files, met);
  if (client.options.knowledge) house.setKnowledge(client.options.knowledge);
  const root = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
  house.setFolders(root.flatMap((uri) => pathOf(uri) ?? []));
  const settings = settingsSource(connection, client);
  const drafts = createDrafts(documents, house);

  const openUris = new Map<string, string>();
  documents.onDidOpen(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) openUris.set(path, document.uri);
  });
  documents.onDidClose(({ document }) => void openUris.delete(pathOf(document.uri) ?? ''));
  const uriFor = (path: string): string => openUris.get(path) ?? uriOf(path);
  const draftAt = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri);
    return document && kindOf(document) === 'draft' ? document : undefined;
  };
  const textOf = (path: string): TextDocument | undefined => {
    const open = documents.get(uriFor(path));
    if (open) return open;
    const read = world.readDraft?.(path);
    return read && 'text' in read ? documentOf(uriFor(path), read.text) : undefined;
  };
  const diagnostics = diagnosticMaker(client, world, textOf);
  const shelves = createShelves(connection, uriFor, draftAt, client.pulls, (uri) => settings.of(uri), diagnostics.one);
  return {
    connection,
    world,
    client,
    documents,
    files,
    house,
    drafts,
    settings,
    shelves,
    diagnostics,
    documented: new Set(world.rules.map((r) => r.id as string)),
    uriOf: uriFor,
    draftAt,
    openDrafts: () => documents.all().filter((d) => kindOf(d) === 'draft'),
  };
}
