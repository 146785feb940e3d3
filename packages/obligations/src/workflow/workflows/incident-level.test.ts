import { describe, expect, it } from 'vitest';
import { incidentLevels } from './incident-level.ts';

describe('the level of an incident', () => {
  it.each([
    [100_000_000, 'extremely-large', 'extremely-large'],
    [99_999_999, 'large', 'large'],
    [10_000_000, 'large', 'large'],
    [1_000_000, 'fairly-large', 'fairly-large'],
    [999_999, 'below-table', 'general'],
    [100_000, 'below-table', 'general'],
    [99_999, 'below-table', 'below-table'],
    [0, 'below-table', 'below-table'],
  ] as const)(
    '%i persons: %s by the measures of 2025, %s by the plan of 2017',
    (personsAffected, cyberspace, ministry) => {
      expect(incidentLevels({ personsAffected })).toMatchObject({
        cyberspace: { level: cyberspace },
        ministry: { level: ministry },
      });
    },
  );

  it('is the higher one of number and other criteria', () => {
    expect(incidentLevels({ personsAffected: 5, level: 'large' })).toMatchObject({
      cyberspace: { level: 'large', fromPersons: null },
    });
    expect(incidentLevels({ personsAffected: 20_000_000, level: 'general' })).toMatchObject({
      cyberspace: { level: 'large', fromPersons: 10_000_000 },
    });
  });

  it('is unknown without number and level, never the lowest', () => {
    expect(incidentLevels({})).toMatchObject({ cyberspace: { level: 'unknown' }, ministry: { level: 'unknown' } });
  });

  it('always says that below the table it does not follow that no report is due', () => {
    expect(
      incidentLevels({ personsAffected: 1 })
        .notes.map(({ text }) => text.en)
        .join(),
    ).toContain('no threshold');
  });
});
