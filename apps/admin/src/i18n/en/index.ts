import type { SameShape } from '../same-shape.ts';
import type { zh } from '../zh/index.ts';
import { access } from './access.ts';
import { account } from './account.ts';
import { apiKey } from './api-key.ts';
import { audit } from './audit.ts';
import { client } from './client.ts';
import { common } from './common.ts';
import { event } from './event.ts';
import { home } from './home.ts';
import { importing } from './importing.ts';
import { licence } from './licence.ts';
import { occurrence } from './occurrence.ts';
import { operator } from './operator.ts';
import { organisation } from './organisation.ts';
import { question } from './question.ts';
import { rulebook } from './rulebook.ts';
import { security } from './security.ts';
import { session } from './session.ts';

/** The English texts. A key that is missing, or one too many, does not compile. */
export const en = {
  ...common,
  session,
  home,
  licence,
  importing,
  occurrence,
  question,
  event,
  rulebook,
  access,
  client,
  account,
  apiKey,
  operator,
  organisation,
  security,
  audit,
} satisfies SameShape<typeof zh>;
