import type { RouterOutputs } from '../../trpc.ts';

export type StaffingResult = RouterOutputs['staffing']['check']['licences'][number]['results'][number];
