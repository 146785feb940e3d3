/** A place in a text that something was read from. Offsets count UTF-16 units, `end` exclusive, as the reader gives them. */
export interface Place {
  id: string;
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  /** The places this piece belongs to; several when places overlap. */
  placeIds: string[];
  /** Places that begin here: what a click on a field scrolls to. */
  starts: string[];
}

/** A text as lines of segments, cut wherever a place begins or ends. Places out of range are cut to the text. */
export function segmentsByLine(text: string, places: readonly Place[]): Segment[][] {
  const sorted = [...places].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: Segment[][] = [];
  let lineStart = 0;
  // Places that have begun and may still reach into the next line, in order of their beginning.
  let open: Place[] = [];
  let next = 0;
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length;
    while (next < sorted.length && (sorted[next]?.start ?? 0) <= lineEnd) open.push(sorted[next++] as Place);
    lines.push(cutLine(line, lineStart, open));
    open = open.filter(({ end }) => end > lineEnd + 1);
    lineStart = lineEnd + 1;
  }
  return lines;
}

function cutLine(line: string, offset: number, places: readonly Place[]): Segment[] {
  const within = (position: number) => Math.min(Math.max(position - offset, 0), line.length);
  const cuts = new Set([0, line.length]);
  for (const { start, end } of places) cuts.add(within(start)).add(within(end));
  const ordered = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < ordered.length; i += 1) {
    const from = ordered[i] as number;
    const to = ordered[i + 1] as number;
    const here = places.filter(({ start, end }) => start < offset + to && end > offset + from);
    segments.push({
      text: line.slice(from, to),
      placeIds: here.map(({ id }) => id),
      starts: here.filter(({ start }) => within(start) === from && start >= offset).map(({ id }) => id),
    });
  }
  return segments;
}
