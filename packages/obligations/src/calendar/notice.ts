/**
 * How far a statement was verified: V read in the statute, E read in an excerpt that names the article or number,
 * M from memory or by inference, O our own rule.
 */
export type VerificationMark = 'V' | 'E' | 'M' | 'O';

/** A rest day named by a notice, weekend days inside a block of rest days included. */
export interface OffDay {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Chinese name of the holiday, for example 国庆节. */
  readonly name: string;
  /** Whether the day itself is one of the holidays fixed by 全国年节及纪念日放假办法 (not merely a swapped day). */
  readonly statutory: boolean;
}

/** A Saturday or Sunday that a notice turns into a working day (调休上班). */
export interface MakeUpDay {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Chinese name of the holiday whose rest days it makes up for. */
  readonly name: string;
}

/**
 * One yearly holiday arrangement of the State Council as data: what the shipped years are and what an operator enters
 * when a new notice comes out. Dates are plain text here; `createCalendar` checks every one of them.
 */
export interface WorkingDayNotice {
  readonly year: number;
  readonly notice: {
    readonly title: string;
    /** Where the paper can be read. */
    readonly source: string;
    /** Document number (国办发明电…), as far as known. */
    readonly number?: string;
    /** YYYY-MM-DD, as far as known. */
    readonly publishedOn?: string;
    readonly mark: VerificationMark;
  };
  /** First and last day (YYYY-MM-DD) for which this notice settles what is a working day. */
  readonly coversFrom: string;
  readonly coversTo: string;
  /** Ascending by date. */
  readonly off: readonly OffDay[];
  /** Ascending by date. */
  readonly work: readonly MakeUpDay[];
}
