import type { CivilDate } from '@zhengqi/obligations';
import { customType, pgSchema, uuid } from 'drizzle-orm/pg-core';

/** The one schema that holds rows of tenants. */
export const app = pgSchema('app');

/** A moment: `timestamptz` in the table, RFC 3339 in UTC in the program. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** A civil date, as text on both sides: a `Date` would move it by the time zone of the process. */
export const civilDay = customType<{ data: CivilDate; driverData: string }>({ dataType: () => 'date' });

/** `jsonb` that leaves parsing to the driver: drizzle's own type parses a second time and turns the text "1" into 1. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as T,
  })(name);

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** First column of every table and first column of every key. */
export const tenantId = () => uuid('tenant_id').notNull();
