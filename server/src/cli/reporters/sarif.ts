import type { Log, ReportingDescriptor, Result as SarifResult } from 'sarif';
import { rules } from '../../core';
import { type JsonFix, messagesOf, type Result } from '../result';

declare const BLUE_PENCIL_VERSION: string;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, for code scanning services. Columns are UTF-16, as the log says. */
export function sarif(results: readonly Result[]): string {
  const used = new Set(results.flatMap((r) => r.findings.map((f) => f.rule as string)));
  const descriptors = rules
    .filter((r) => used.has(r.id))
    .map(
      (r): ReportingDescriptor => ({
        id: r.id,
        shortDescription: { text: r.summary },
        fullDescription: { text: r.rationale },
        defaultConfiguration: { level: r.severity === 'off' ? 'none' : levels[r.severity] },
      }),
    );
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Blue Pencil',
            version: typeof BLUE_PENCIL_VERSION === 'string' ? BLUE_PENCIL_VERSION : '0.0.0',
            informationUri: 'https://github.com/blue-pencil/blue-pencil',
            rules: descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap((r) =>
          messagesOf(r).map((m): SarifResult => {
            const artifactLocation = { uri: encodeURI(r.shown) };
            const fixes = [m.fix, ...(m.suggestions ?? []).map((s) => s.fix)].filter((f): f is JsonFix => f !== undefined);
            return {
              ruleId: m.ruleId,
              level: levels[m.level],
              message: { text: m.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation,
                    region: {
                      startLine: m.line,
                      startColumn: m.column,
                      endLine: m.endLine,
                      endColumn: m.endColumn,
                      charOffset: m.range[0],
                      charLength: m.range[1] - m.range[0],
                    },
                  },
                },
              ],
              partialFingerprints: { 'bluePencil/v1': m.fingerprint },
              ...(m.related
                ? {
                    relatedLocations: m.related.map((x) => ({
                      message: { text: x.message },
                      physicalLocation: {
                        artifactLocation: { uri: encodeURI(x.filePath) },
                        region: { charOffset: x.range[0], charLength: x.range[1] - x.range[0] },
                      },
                    })),
                  }
                : {}),
              ...(fixes.length
                ? {
                    fixes: fixes.map((f, i) => ({
                      ...(i > 0 || !m.fix ? { description: { text: m.suggestions?.[m.fix ? i - 1 : i]?.desc ?? 'Fix' } } : {}),
                      artifactChanges: [
                        {
                          artifactLocation,
                          replacements: ('edits' in f ? f.edits : [f]).map((e) => ({
                            deletedRegion: { charOffset: e.range[0], charLength: e.range[1] - e.range[0] },
                            insertedContent: { text: e.text },
                          })),
                        },
                      ],
                    })),
                  }
                : {}),
              ...(m.evidence ? { properties: { evidence: m.evidence } } : {}),
            };
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
