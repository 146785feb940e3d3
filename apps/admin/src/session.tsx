import { hashKey, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import { queryClient, type RouterOutputs, trpc } from './trpc.ts';

type SessionStatus = RouterOutputs['session']['status'];

/** A signed-in user at work for one organisation. */
export interface Session {
  user: NonNullable<SessionStatus['user']>;
  organisation: SessionStatus['organisations'][number];
  organisations: SessionStatus['organisations'];
  /** The civil date in China on the server's clock; nothing here reads the device's. */
  today: string;
  canWrite: boolean;
  /** May see and change who works here: members, access, keys. */
  canAdminister: boolean;
}

/** Exported for component tests; pages use `useSession`. */
export const SessionContext = createContext<Session | null>(null);
const CHOSEN = 'zq-organisation';

/** Asked once a minute: a session that was ended elsewhere, and a new day in China, are noticed without a reload. */
export const sessionQuery = () =>
  trpc.session.status.queryOptions(undefined, { staleTime: 60_000, refetchInterval: 60_000 });

/** Somebody else is signed in now, or nobody: what was kept is forgotten and the server asked who it is. */
export async function renewSession(): Promise<void> {
  const own = sessionQuery();
  const kept = hashKey(own.queryKey);
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== kept });
  // Not removed itself: a page that shows it would go on with what it had.
  await queryClient.fetchQuery({ ...own, staleTime: 0 });
}

export function chooseOrganisation(id: string): void {
  localStorage.setItem(CHOSEN, id);
}

export function sessionOf(status: SessionStatus): Session | null {
  const { organisations } = status;
  // A consultancy works for its companies, so those come first; the consultancy itself is chosen to administer it.
  const organisation =
    organisations.find(({ id }) => id === localStorage.getItem(CHOSEN)) ??
    organisations.find(({ kind }) => kind === 'company') ??
    organisations[0];
  if (status.user === null || organisation === undefined) return null;
  return {
    user: status.user,
    organisation,
    organisations,
    today: status.today,
    canWrite: organisation.level === 'write' && organisation.status === 'active',
    canAdminister: organisation.role === 'owner' || organisation.role === 'admin',
  };
}

export function SessionProvider({ children, otherwise }: { children: ReactNode; otherwise: ReactNode }) {
  const { data } = useSuspenseQuery(sessionQuery());
  const session = sessionOf(data);
  if (session === null) return otherwise;
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The tenant that every call of a page names in its input, so that answers of two tenants never share a key. */
export function useOrganisationId(): string {
  return useSession().organisation.id;
}
