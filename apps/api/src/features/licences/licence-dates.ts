import {
  type CivilDate,
  daysBetween,
  type FieldReading,
  isCivilDate,
  type Facts,
  type Licence,
  licenceStandingOf,
} from '@zhengqi/obligations';

/** Whether a licence has ended, and how far its end is. */
export interface Validity {
  /** Its end has passed and nobody has said that it goes on. */
  expired: boolean;
  /** Negative days are past the end; null when there is none, or the new one is not known. */
  daysLeft: number | null;
}

/** How far a licence is from its printed end. */
export function validityOf(validTo: string | null, today: CivilDate): Validity {
  if (!isCivilDate(validTo)) return { expired: false, daysLeft: null };
  const daysLeft = daysBetween(today, validTo);
  return { expired: daysLeft < 0, daysLeft };
}

/** The same from its end as it is known: the printed one, or the one that the answers about its renewal give. */
export function validityOfLicence(licence: Licence, facts: Facts, today: CivilDate): Validity {
  if (!isCivilDate(licence.validTo)) return { expired: false, daysLeft: null };
  const { heldTo, lapsed } = licenceStandingOf(licence, facts, today);
  return { expired: lapsed !== 'no', daysLeft: heldTo === null ? null : daysBetween(today, heldTo) };
}

/** What is printed where no date could be read; null where one was read or nothing is printed. */
export interface PrintedDates {
  issuedOn: string | null;
  validTo: string | null;
}

/** The words of the document in the place of the dates that the register does not know. */
export function printedDates(
  licence: Pick<Licence, 'issuedOn' | 'validTo'>,
  reading: Partial<Record<keyof PrintedDates, Pick<FieldReading, 'raw' | 'value'>>> | null,
): PrintedDates {
  const wordsOf = (name: keyof PrintedDates) => {
    const field = reading?.[name];
    return licence[name] === null && field !== undefined && field.value === null ? field.raw : null;
  };
  return { issuedOn: wordsOf('issuedOn'), validTo: wordsOf('validTo') };
}
