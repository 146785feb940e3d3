import { dutyById, type Question, type Rulebook } from '@zhengqi/obligations';
import { titleOf } from '../schedule/change-views.ts';
import { factDefinition, factScope } from './fact-scope.ts';
import type { QuestionView } from './schemas.ts';

/** A question with what a form needs to ask it and what its answer decides. */
export function questionView(question: Question, rulebook: Rulebook): QuestionView {
  const definition = factDefinition(question.key);
  return {
    key: question.key,
    question: question.question,
    type: definition?.type ?? null,
    ...(definition?.values ? { values: [...definition.values] } : {}),
    scope: factScope(question.key),
    decides: question.decides.map((dutyId) => ({
      dutyId,
      clause: dutyById(rulebook, dutyId)?.clause ?? '',
      title: titleOf(dutyId, rulebook),
    })),
  };
}
