import { useQuery } from '@tanstack/react-query';

interface Company {
  name: string;
  uscc: string | null;
}

/** Latin letters can mean a reading in pinyin; a name in characters cannot. */
const LETTERS = /^[a-z]+$/;

/**
 * Whether a company is meant by what was typed: a part of its name, its credit code, or its name in pinyin, by the first
 * letters (`ysyq`) or written out (`yunqiao`). The readings come with the first letters typed, not with the page.
 */
export function useCompanyMatch(typed: string): (company: Company) => boolean {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '');
  const { data: readings } = useQuery({
    queryKey: ['pinyin'],
    queryFn: async () => (await import('./pinyin.ts')).readingsOf,
    enabled: LETTERS.test(wanted),
    staleTime: Infinity,
  });
  return ({ name, uscc }) => {
    if (name.toLowerCase().replaceAll(/\s+/g, '').includes(wanted)) return true;
    if (uscc?.toLowerCase().includes(wanted) === true) return true;
    return LETTERS.test(wanted) && readings !== undefined && readings(name).some((text) => text.includes(wanted));
  };
}
