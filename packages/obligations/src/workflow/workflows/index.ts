import { z } from 'zod';
import type { Workflow } from '../machine/model.ts';
import { ANNUAL_REPORT } from './annual-report.ts';
import { CANCELLATION } from './cancellation.ts';
import { ILLEGAL_CONTENT_REPORT } from './illegal-content-report.ts';
import { INCIDENT_REPORT } from './incident-report.ts';
import { NAME_OR_REPRESENTATIVE_CHANGE } from './name-or-representative-change.ts';
import { NETWORK_UNIT } from './network-unit.ts';
import { NEW_SERVICE_ASSESSMENT } from './new-service-assessment.ts';
import { NOT_CONTINUING } from './not-continuing.ts';
import { PROVINCIAL_LICENCE_RETIREMENT } from './provincial-licence-retirement.ts';
import { REGISTERED_DATA_CHANGE } from './registered-data-change.ts';
import { RENEWAL } from './renewal.ts';
import { SUBJECT_OR_SCOPE_CHANGE } from './subject-or-scope-change.ts';

const ALL = [
  RENEWAL,
  NOT_CONTINUING,
  SUBJECT_OR_SCOPE_CHANGE,
  REGISTERED_DATA_CHANGE,
  NAME_OR_REPRESENTATIVE_CHANGE,
  PROVINCIAL_LICENCE_RETIREMENT,
  ANNUAL_REPORT,
  INCIDENT_REPORT,
  ILLEGAL_CONTENT_REPORT,
  NEW_SERVICE_ASSESSMENT,
  NETWORK_UNIT,
  CANCELLATION,
] as const;

/** Kinds of work that the product knows. */
export const WorkflowKind = z.enum(ALL.map(({ kind }) => kind));
export type WorkflowKind = z.infer<typeof WorkflowKind>;

/** The tables, in the order W1 to W10. */
export const WORKFLOWS: readonly Workflow[] = ALL;

/** Version of the tables; an instance keeps the one it was opened with. */
export const WORKFLOWS_VERSION = '2026.11.0';

const BY_KIND: ReadonlyMap<string, Workflow> = new Map(WORKFLOWS.map((workflow) => [workflow.kind, workflow]));

/** The table of a kind of work. @throws {RangeError} for a kind that does not exist */
export function workflowOf(kind: string): Workflow {
  const workflow = BY_KIND.get(kind);
  if (workflow === undefined) throw new RangeError(`there is no workflow ${JSON.stringify(kind)}`);
  return workflow;
}
