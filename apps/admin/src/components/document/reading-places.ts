import type { FieldName, FieldReading, Finding, Provision } from '@zhengqi/obligations';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import { findingId } from '../findings/findings-list.tsx';
import type { NamedPlace } from './document-view.tsx';

/** Every place of a document that something was read from, named in the language on screen. */
export function useReadingPlaces(
  fields: Partial<Record<FieldName, FieldReading>>,
  provisions: readonly Provision[],
  findings: readonly Finding[],
): NamedPlace[] {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return useMemo(() => {
    const places: NamedPlace[] = [];
    for (const [name, reading] of Object.entries(fields)) {
      if (reading.at !== null) places.push({ id: name, ...reading.at, label: t(`licence.field.${name as FieldName}`) });
    }
    for (const { key, ref, at } of provisions) {
      // Only its number is marked: a whole annex in yellow would mark nothing.
      const [first] = at;
      if (first !== undefined) {
        places.push({ id: `provision-${key}`, start: first.start, end: first.start + ref.length, label: ref });
      }
    }
    for (const finding of findings) {
      if (finding.at === null || !('line' in finding.at)) continue;
      const label = language === 'zh' ? finding.message : finding.messageEn;
      places.push({ id: findingId(finding), start: finding.at.start, end: finding.at.end, label });
    }
    return places;
  }, [fields, provisions, findings, t, language]);
}
