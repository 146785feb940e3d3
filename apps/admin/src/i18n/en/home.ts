import type { SameShape } from '../same-shape.ts';
import type { home as zh } from '../zh/home.ts';

/** Home: what is due. */
export const home = {
  title: 'What is due',
  dueTitle: 'Due dates',
  tile: {
    now: 'To do now',
    week: 'Due in 7 days',
    month: 'Due in 30 days',
    quarter: 'Due in 90 days',
    past: 'Past, no record',
    uncertain: 'Law unclear',
  },
  tileHint: {
    now: 'window open, or at once',
    week: 'from today',
    month: 'from today',
    quarter: 'from today',
    past: 'add evidence, or say it was not done',
    uncertain: 'ask the authority',
  },
  nextTitle: 'Coming up',
  nextNote: 'in order of their due dates',
  nothingTitle: 'Nothing is settled for the days ahead',
  nothingText: 'More may follow once open questions are answered; items of the past are in the list.',
  allItems: 'All items',
  mineTitle: 'In my hands',
  mineNote: 'given to me and not done yet',
  waitingTitle: 'Waiting for my word',
  waitingNote: 'waivers that a second person decides',
  questionsTitle: 'Open questions',
  questionsNote: 'The answers decide which duties apply; the most deciding come first',
  allQuestions_one: 'The open question',
  allQuestions_other: 'All {{count}} questions',
  changesTitle: 'Changes of the schedule',
  changesNote: 'The latest: why, and what',
  licencesTitle: 'Licences',
  allLicences: 'All licences',
  provisionalTitle: 'Dates after {{from}} are provisional',
  provisionalText:
    'The State Council’s holiday notice for the days after it is not in yet. Such dates count Monday to Friday and are computed anew once it is.',
  provisionalLink: 'Items with provisional dates',
  emptyTitle: 'Start with a licence',
  emptyText:
    'Drop in the licence text: its fields are read, its special provisions compared, the dated duties listed, and each date explained.',
} satisfies SameShape<typeof zh>;
