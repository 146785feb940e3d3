export interface TypedDay {
  date: string;
  name: string;
  statutory: boolean;
}

export interface DayReading {
  days: TypedDay[];
  /** Lines that are no day, counted from 1. */
  wrong: { line: number; text: string }[];
}

/** Days as people type them: one a line, date and name, with 法定 or "statutory" at the end of a statutory holiday. */
export function readDays(text: string): DayReading {
  const reading: DayReading = { days: [], wrong: [] };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const found = /^(\d{4}-\d{2}-\d{2})\s+(\S+?)(?:\s+(法定|statutory))?$/i.exec(line);
    const [, date, name, statutory] = found ?? [];
    if (date === undefined || name === undefined) reading.wrong.push({ line: index + 1, text: line });
    else reading.days.push({ date, name, statutory: statutory !== undefined });
  }
  return reading;
}
