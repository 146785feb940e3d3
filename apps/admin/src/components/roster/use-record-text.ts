import { BODIES, POSTS, PROVINCES } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { ROSTER_FIELDS, type RosterEntry } from './roster-fields.ts';

/** Words for the posts, bodies and provinces of records. */
export function useRosterWords() {
  const { t } = useTranslation();
  const say = useSay();
  const of = (words: Readonly<Record<string, { zh: string; en: string }>>, id: string) => {
    const found = words[id];
    return found === undefined ? id : say(found);
  };
  return {
    post: (id: string) => of(POSTS, id),
    body: (id: string) => of(BODIES, id),
    province: (prefix: string | null) => {
      if (prefix === null) return t('roster.allPlaces');
      const found = PROVINCES.find((candidate) => candidate.prefix === prefix);
      return found === undefined ? prefix : say(found.name);
    },
  };
}

/** A record in a few words: what it is, and what is special about it. Its period is shown beside it. */
export function useRecordText(): (entry: RosterEntry, people: Readonly<Record<string, string>>) => string[] {
  const { t } = useTranslation();
  const words = useRosterWords();
  return ({ list, record }, people) => {
    const values = record as Record<string, unknown>;
    return ROSTER_FIELDS[list].flatMap(({ key, kind, choices }): string[] => {
      const value = values[key];
      if (value === null || value === undefined) return [];
      const text = String(value);
      switch (kind) {
        case 'post':
          return [words.post(text)];
        case 'body':
          return [words.body(text)];
        case 'province':
          return [words.province(text)];
        case 'choice': {
          const choice = choices?.find((candidate) => candidate.value === text);
          return [choice === undefined ? text : t(`roster.choice.${choice.word}`)];
        }
        case 'person':
          return [people[text] ?? t('roster.nobody')];
        case 'share':
          return [value === 100 ? t('roster.fullTimePost') : t('roster.sharePercent', { n: text })];
        case 'yes-no':
          return value === true && key === 'deputy' ? [t('roster.deputyTag')] : [];
        case 'members':
          return [t('roster.membersCount', { count: (value as unknown[]).length })];
        case 'hours':
        case 'shifts':
          return [t('roster.hoursCount', { count: (value as unknown[]).length })];
        case 'text':
          return [text];
        default:
          return [];
      }
    });
  };
}
