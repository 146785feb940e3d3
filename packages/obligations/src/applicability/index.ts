/** Three-valued applicability: binds, does not bind, or unknown until a question is answered. */
export {
  type CompiledCondition,
  type CompiledConditions,
  compileCondition,
  compileConditions,
  evaluateCondition,
  type Verdict,
} from './compile.ts';
export { factsOfLicence, factView } from './fact-view.ts';
export type { ConditionContext } from './leaf.ts';
export { LICENCE_GOES_ON } from './licence-goes-on.ts';
export { questionOf } from './reason.ts';
