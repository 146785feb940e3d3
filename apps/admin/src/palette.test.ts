import { describe, expect, it } from 'vitest';
import { type ColourName, palette, type ThemeName } from './palette.ts';

/** Relative luminance of WCAG 2.2 for `#rrggbb`. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const surfaces: ColourName[] = ['bg', 'surface', 'raised', 'sunken'];
const texts: ColourName[] = [
  'text',
  'text-muted',
  'text-faint',
  'link',
  'danger-text',
  'danger-hover',
  'warning-text',
  'success-text',
];
const tones = ['danger', 'warning', 'success', 'info', 'neutral', 'unknown'] as const;

describe.each(['light', 'dark'] satisfies ThemeName[])('%s theme', (name) => {
  const colours = palette[name];
  const pairs: [ColourName, ColourName][] = [
    ...texts.flatMap((text) => surfaces.map((on): [ColourName, ColourName] => [text, on])),
    ...tones.flatMap((tone): [ColourName, ColourName][] => [
      [`${tone}-text`, `${tone}-bg`],
      ['text', `${tone}-bg`],
      ['link', `${tone}-bg`],
    ]),
    ['on-primary', 'primary'],
    ['on-primary', 'primary-hover'],
    ['on-danger', 'danger-text'],
    ['on-danger', 'danger-hover'],
    ['text', 'highlight'],
    ['text', 'highlight-strong'],
  ];

  it('has no text that is hard to read', () => {
    expect(pairs.filter(([text, on]) => contrast(colours[text], colours[on]) < 4.5)).toEqual([]);
  });

  it('has no control whose border is hard to see', () => {
    expect(surfaces.filter((on) => contrast(colours['line-strong'], colours[on]) < 3)).toEqual([]);
  });
});
