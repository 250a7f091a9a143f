import { addDays, type CivilDate } from '../core';

/** An entry for a whole day. */
export interface Entry {
  readonly on: CivilDate;
  /** The same for the same matter, so that a calendar that is read again changes entries instead of doubling them. */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
}

/** An iCalendar file (RFC 5545): lines end in CRLF and are folded at 75 octets. */
export function calendar(entries: readonly Entry[], today: CivilDate): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Blue Pencil//rot//EN', 'CALSCALE:GREGORIAN'];
  for (const e of entries) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${e.uid}`,
      `DTSTAMP:${compact(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(e.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(e.on, 1))}`,
      `SUMMARY:${escaped(e.title)}`,
      `DESCRIPTION:${escaped(e.text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  return [...lines, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}

const compact = (day: CivilDate): string => day.replace(/-/g, '');
const escaped = (t: string): string => t.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const c of line) {
    const size = Buffer.byteLength(c);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += c;
    octets += size;
  }
  return out;
}
