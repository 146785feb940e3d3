import { type CivilDate, isCivilDate, type Licence } from '@zhengqi/obligations';

/** The columns of a licence that lists filter and sort by, taken from its checked fields. */
export function licenceColumns(licence: Licence) {
  const { number, holder, issuedOn, validTo } = licence;
  return { fields: licence, number, holder, issuedOn: dayOrNull(issuedOn), validTo: dayOrNull(validTo) };
}

function dayOrNull(day: string | null): CivilDate | null {
  return isCivilDate(day) ? day : null;
}
