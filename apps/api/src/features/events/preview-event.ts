import {
  addYears,
  type CivilDate,
  endOfYear,
  explainStep,
  type Finding,
  generateSchedule,
  type IncidentLevel,
  incidentLevels,
  INCIDENT_LEVELS,
  type TriggerEvent,
  workflowOf,
} from '@zhengqi/obligations';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { titleOf } from '../schedule/change-views.ts';
import { type CompanyOccurrence, type LicenceSchedule, mergeSchedules } from '../schedule/merge-schedules.ts';
import { readScheduledLicences } from '../schedule/queries.ts';
import { kindsOfEvent } from '../workflows/rules-of-kind.ts';
import { type CheckedEvent, checkEvent } from './check-event.ts';
import { eventDefinition } from './event-catalogue.ts';
import type { EventPreview } from './preview-schemas.ts';
import { readLiveEvents } from './queries.ts';
import { RecordEventInput } from './schemas.ts';

/** An id that no stored event has. */
const PREVIEWED = `evt_${'0'.repeat(32)}`;
const INCIDENT = 'network-security-incident';
/** Far enough for every limit that an event starts. */
const HORIZON_YEARS = 5;

/**
 * What recording an event would start: the clocks with their derivation, the licences they concern, and the work that
 * could be begun. What is wrong with the event comes as data, because the form asks while it is being filled in.
 * @throws AppError `invalid-input` for a kind of event that there is not
 */
export async function previewEvent(ctx: TenantContext, raw: unknown): Promise<EventPreview> {
  const input = parseInput(RecordEventInput, raw);
  const definition = eventDefinition(input.type);
  if (!definition) throw invalidField('type', '没有这种事件。', 'There is no such kind of event.');
  const checked = checkEvent(definition, input.attributes, { today: today(ctx.clock), instant: nowInstant(ctx.clock) });
  return withTenant(ctx, 'read', async (tx) => {
    const licences = await readScheduledLicences(tx);
    const eventOk = checked.errors.length === 0 && checked.happenedOn !== null;
    const event = { ...checked.attributes, id: PREVIEWED, type: input.type };
    const { schedules, place } = eventOk ? await schedulesWith(tx, ctx, licences, event) : { schedules: [], place: '' };
    const started = [...mergeSchedules(schedules).values()].filter(({ occurrence }) =>
      occurrence.key.endsWith(`/${PREVIEWED}`),
    );
    const affected = new Set(started.flatMap(({ licenceIds }) => licenceIds));
    return {
      eventOk,
      fields: checked.errors,
      warnings: findingsOn(schedules, place),
      licences: licences.map(({ id, fields }) => ({
        id: publicId('licence', id),
        number: fields.number,
        holder: fields.holder,
        affected: affected.has(id),
        beforeIssue: isBefore(checked.happenedOn, fields.issuedOn),
      })),
      clocks: started.map((clock) => clockView(tx, clock)).sort((a, b) => urgency(a).localeCompare(urgency(b))),
      levels: levelsOf(input.type, checked),
      workflows: workflowsOf(tx, input.type),
    };
  });
}

/** The schedules as they would be, and the place of the event among all. */
async function schedulesWith(
  tx: TenantTransaction,
  ctx: TenantContext,
  licences: Awaited<ReturnType<typeof readScheduledLicences>>,
  event: TriggerEvent,
): Promise<{ schedules: LicenceSchedule[]; place: string }> {
  const asOf = today(ctx.clock);
  const until = endOfYear(addYears(asOf, HORIZON_YEARS));
  const facts = await readFactsInForce(tx, asOf);
  const events = [...(await readLiveEvents(tx)), event];
  const schedules = licences.map(({ id, fields }) => ({
    licenceId: id,
    schedule: generateSchedule(
      { licence: fields, licenceRef: publicId('licence', id), facts: factsOf(facts, id), events, asOf, until },
      tx.rules,
    ),
  }));
  return { schedules, place: `events[${events.length - 1}]` };
}

/** What the schedules say about the event itself, each once. */
function findingsOn(schedules: readonly LicenceSchedule[], place: string): Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of schedules.flatMap(({ schedule }) => schedule.findings)) {
    if (finding.at === null || !('path' in finding.at)) continue;
    const { path } = finding.at;
    if (path !== place && !path.startsWith(`${place}.`)) continue;
    said.set(finding.message, { ...finding, at: { path: `attributes${path.slice(place.length)}` } });
  }
  return [...said.values()];
}

function isBefore(day: CivilDate | null, issuedOn: string | null): boolean {
  return day !== null && issuedOn !== null && day < issuedOn;
}

function clockView(
  { rules }: TenantTransaction,
  { occurrence, licenceIds }: CompanyOccurrence,
): EventPreview['clocks'][number] {
  const { key, dutyId, dueRuleId, clause, action, dueOn, dueAt, actBy, applies, mark, provisional, status } =
    occurrence;
  return {
    ...{ key, dutyId, dueRuleId, clause, action, dueOn, dueAt, actBy, applies, mark, provisional, status },
    title: titleOf(dutyId, rules.rulebook),
    licenceIds: licenceIds.map((id) => publicId('licence', id)),
    asks: [...occurrence.asks],
    anchor: occurrence.anchor,
    derivation: occurrence.derivation.map((step) => ({
      step: { ...step },
      text: { zh: explainStep(step, 'zh'), en: explainStep(step, 'en') },
    })),
  };
}

/** What is due at once comes first, what has no date last. */
function urgency({ status, dueAt, dueOn }: EventPreview['clocks'][number]): string {
  return status === 'at-once' ? '' : (dueAt ?? dueOn ?? '9999');
}

function levelsOf(type: string, { attributes }: CheckedEvent): EventPreview['levels'] {
  if (type !== INCIDENT) return null;
  const { personsAffected, level } = attributes;
  const answer = incidentLevels({
    ...(typeof personsAffected === 'number' ? { personsAffected } : {}),
    ...(isLevel(level) ? { level } : {}),
  });
  const notes = answer.notes.map(({ text, mark, sources }) => ({
    text,
    mark,
    sources: (sources ?? []).map((source) => ({ ...source })),
  }));
  return { cyberspace: answer.cyberspace, ministry: answer.ministry, notes };
}

function isLevel(value: unknown): value is IncidentLevel {
  return INCIDENT_LEVELS.some((level) => level === value);
}

function workflowsOf({ rules }: TenantTransaction, type: string): EventPreview['workflows'] {
  return kindsOfEvent(type, rules.rulebook).map((kind) => {
    const { name, subject } = workflowOf(kind);
    return { kind, name, subjectType: subject };
  });
}
