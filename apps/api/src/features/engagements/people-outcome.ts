import { invalidField } from '../../errors.ts';

/** @throws AppError `invalid-input` at `people` when the database found one who is not of the consultancy */
export function refusePeople(outcome: string): void {
  if (outcome !== 'people') return;
  throw invalidField(
    'people',
    '只能指定本咨询机构的现有成员。',
    'Only people who are members of the consultancy now can be named.',
  );
}
