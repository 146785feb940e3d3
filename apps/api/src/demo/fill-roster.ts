import { addDays, addYears, type CivilDate } from '@zhengqi/obligations';
import type { TenantContext } from '../context.ts';
import { addPeople } from '../features/persons/add-people.ts';
import type { AddPersonInput } from '../features/persons/schemas.ts';
import { keepList } from '../features/roster/keep-list.ts';
import type { DemoCompany } from './companies.ts';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈'];
const GIVEN = ['思远', '雨桐', '子涵', '嘉怡', '浩然', '梓萱', '俊杰', '欣然', '志强', '晓燕'];

/**
 * People of a company that has told everything: whole rosters, one with somebody about to leave, one with a certificate
 * that ends soon, and one that is a person short.
 */
export async function fillRoster(company: DemoCompany, ctx: TenantContext, today: CivilDate): Promise<void> {
  if (company.answered !== 'all') return;
  await addPeople(ctx, { rows: peopleOf(company, today) });
  for (const section of ['people', 'posts', 'certificates'])
    await keepList(ctx, { section, from: company.registeredOn < today ? company.registeredOn : today });
}

function peopleOf({ index, issuedOn }: DemoCompany, today: CivilDate): AddPersonInput[] {
  const since = issuedOn < today ? issuedOn : today;
  const variant = index % 3;
  const person = (
    place: number,
    post: string,
    more: { deputy?: boolean; share?: number; leftOn?: CivilDate; certificateTo?: CivilDate } = {},
  ) => {
    const number = index * 7 + place;
    const { deputy = false, share = 50, leftOn = null, certificateTo = null } = more;
    const contract = { type: 'full-time', contractFrom: since, contractTo: null, leftOn, management: place === 0 };
    const records: unknown[] = [
      { list: 'employments', record: { ...contract, insurance: { from: since, to: null } } },
      {
        list: 'assignments',
        record: { post, from: since, to: leftOn, share, deputy, province: null, unit: null, appointedOn: since },
      },
    ];
    if (certificateTo !== null) {
      const validFrom = addYears(certificateTo, -3);
      records.push({
        list: 'certificates',
        record: { kind: 'security', numberSet: true, validFrom, validTo: certificateTo },
      });
    }
    return {
      externalRef: `HR-${index}-${place + 1}`,
      name: `${SURNAMES[number % SURNAMES.length]}${GIVEN[(number * 3) % GIVEN.length]}`,
      phones: [`1990${String(index).padStart(3, '0')}${String(place).padStart(4, '0')}`],
      identityOnFile: true,
      records,
    } as AddPersonInput;
  };
  const people = [
    person(0, 'security-head'),
    person(1, 'security-manager'),
    person(2, 'complaint-handler', variant === 0 ? { leftOn: addDays(today, 40) } : {}),
    person(3, 'complaint-handler', { deputy: true }),
  ];
  if (variant === 2) return people;
  return [
    ...people,
    person(4, 'security-staff', { share: 100, certificateTo: addDays(today, variant === 1 ? 50 : 600) }),
  ];
}
