import type { RouterOutputs } from '../../trpc.ts';

export type Passkey = RouterOutputs['security']['overview']['passkeys'][number];
