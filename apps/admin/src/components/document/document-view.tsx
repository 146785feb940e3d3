import { useEffect, useMemo, useRef } from 'react';
import { type Place, type Segment, segmentsByLine } from './segments.ts';
import './document-view.css';

export interface NamedPlace extends Place {
  /** What was read here, said by the tooltip and to screen readers. */
  label: string;
}

interface DocumentViewProps {
  text: string;
  places: readonly NamedPlace[];
  label: string;
  /** The place to show: scrolled to and framed. */
  active: string | null;
  onActivate?: (placeId: string) => void;
}

/** The decoded document with the places that were read, so that every value can be checked against the print. */
export function DocumentView({ text, places, label, active, onActivate }: DocumentViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => segmentsByLine(text, places), [text, places]);
  const labels = useMemo(() => new Map(places.map((place) => [place.id, place.label])), [places]);

  useEffect(() => {
    if (active === null) return;
    const at = frame.current?.querySelector(`[data-start~="${CSS.escape(active)}"]`);
    at?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [active]);

  return (
    // Focusable, because a region that scrolls must be scrollable from the keyboard.
    <div className="zq-document" ref={frame} role="region" aria-label={label} tabIndex={0} lang="zh-CN">
      {lines.map((segments, index) => (
        <div key={index} className="zq-document-line">
          <span className="zq-document-number" aria-hidden>
            {index + 1}
          </span>
          <span className="zq-document-text">
            {segments.map((segment, at) => (
              <Piece key={at} segment={segment} labels={labels} active={active} onActivate={onActivate} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}

interface PieceProps {
  segment: Segment;
  labels: ReadonlyMap<string, string>;
  active: string | null;
  onActivate: ((placeId: string) => void) | undefined;
}

function Piece({ segment, labels, active, onActivate }: PieceProps) {
  // The narrowest place wins: it began last.
  const id = segment.placeIds.at(-1);
  if (id === undefined) return segment.text;
  return (
    <mark
      data-start={segment.starts.join(' ') || undefined}
      data-active={active !== null && segment.placeIds.includes(active)}
      data-kind={id.startsWith('finding') ? 'finding' : undefined}
      title={segment.placeIds.map((placeId) => labels.get(placeId)).join(' · ')}
      onClick={() => onActivate?.(id)}
    >
      {segment.text}
    </mark>
  );
}
