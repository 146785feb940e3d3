import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { answerFacts } from './answer-facts.ts';
import { factCatalogue, factHistory, listFacts } from './list-facts.ts';
import { listQuestions } from './list-questions.ts';
import * as s from './schemas.ts';

export const factsRouter = router({
  catalogue: sessionProcedure.output(s.FactCatalogue).query(() => factCatalogue()),
  list: tenantQuery(s.ListFactsInput, s.FactList, listFacts),
  history: tenantQuery(s.FactHistoryInput, s.FactList, factHistory),
  questions: tenantQuery(s.ListQuestionsInput, s.QuestionList, listQuestions),
  answer: tenantMutation(s.AnswerFactsInput, s.AnswerFactsOutput, answerFacts),
});
