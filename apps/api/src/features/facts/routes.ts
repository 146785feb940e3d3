import { z } from 'zod';
import { companyOperation, keyOperation, type Operation } from '../../rest/operation.ts';
import { answerFacts } from './answer-facts.ts';
import { factCatalogue, listFacts } from './list-facts.ts';
import { listQuestions } from './list-questions.ts';
import * as s from './schemas.ts';

export const factRoutes: readonly Operation[] = [
  keyOperation({
    method: 'get',
    path: '/fact-definitions',
    id: 'listFactDefinitions',
    tag: 'facts',
    scope: 'facts.read',
    summary: 'List the facts that rules depend on',
    description: 'Every fact with its question, type and choices; the same for all companies.',
    input: z.strictObject({}),
    output: s.FactCatalogue,
    outputName: 'FactDefinitionList',
    run: factCatalogue,
  }),
  companyOperation({
    method: 'get',
    path: '/facts',
    id: 'listFacts',
    tag: 'facts',
    scope: 'facts.read',
    summary: 'List the facts in force',
    description: 'Answers in force today: about the company, and about its licences or the one named.',
    input: s.ListFactsInput,
    output: s.FactList,
    outputName: 'FactList',
    run: listFacts,
  }),
  companyOperation({
    method: 'post',
    path: '/facts',
    id: 'answerFacts',
    tag: 'facts',
    scope: 'facts.write',
    summary: 'Answer facts',
    description:
      'Records answers and counts the schedule anew. An answer that says what is known already records nothing.',
    input: s.AnswerFactsInput,
    output: s.AnswerFactsOutput,
    outputName: 'AnsweredFacts',
    run: answerFacts,
  }),
  companyOperation({
    method: 'get',
    path: '/questions',
    id: 'listQuestions',
    tag: 'facts',
    scope: 'facts.read',
    summary: 'List open questions',
    description: 'Facts that are not known and decide something, with what each decides; those that decide most first.',
    input: s.ListQuestionsInput,
    output: s.QuestionList,
    outputName: 'QuestionList',
    run: listQuestions,
  }),
];
