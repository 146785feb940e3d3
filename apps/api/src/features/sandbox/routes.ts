import { companyOperation, type Operation } from '../../rest/operation.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';
import { listOutbox } from './list-outbox.ts';
import { rollSandbox } from './roll-sandbox.ts';
import * as s from './schemas.ts';

export const sandboxRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/sandbox/outbox',
    id: 'listSandboxOutbox',
    tag: 'sandbox',
    scope: 'sandbox.read',
    summary: 'List mails that did not leave',
    description:
      'Mails of a sandbox company, latest first, in the words that they would have had. Nothing leaves for one.',
    input: s.ListOutboxInput,
    output: s.OutboxPage,
    outputName: 'SandboxOutbox',
    run: listOutbox,
  }),
  companyOperation({
    method: 'post',
    path: '/sandbox/roll',
    id: 'rollSandbox',
    tag: 'sandbox',
    scope: 'sandbox.write',
    summary: 'Count the schedule as of a day',
    description:
      'Does what the night of a day does in every company: new periods come up, dates that have passed are told. The day is that of `X-Test-Clock`.',
    input: s.RollSandboxInput,
    output: ScheduleDifference,
    outputName: 'ScheduleDifference',
    run: rollSandbox,
  }),
];
