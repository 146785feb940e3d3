import { hashKey, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect } from 'react';
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
const ON_SCREEN = 'zq-on-screen';

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

/** Kept for this tab and as the one to begin with in the next: two tabs never change each other's organisation. */
export function chooseOrganisation(id: string): void {
  localStorage.setItem(CHOSEN, id);
  sessionStorage.setItem(CHOSEN, id);
  sessionStorage.removeItem(ON_SCREEN);
}

/** Goes over to another organisation by a full load: nothing of the one may be left on the page of the next. */
export function enterOrganisation(id: string, path = '/'): void {
  chooseOrganisation(id);
  window.location.assign(path);
}

/** Goes on with whatever is open to the user. */
export function forgetOrganisation(): void {
  localStorage.removeItem(CHOSEN);
  sessionStorage.removeItem(CHOSEN);
  sessionStorage.removeItem(ON_SCREEN);
}

export function sessionOf(status: SessionStatus): Session | null {
  const { organisations } = status;
  // A consultancy works for its companies, so those come first; the consultancy itself is chosen to administer it.
  const chosen = sessionStorage.getItem(CHOSEN) ?? localStorage.getItem(CHOSEN);
  const organisation =
    organisations.find(({ id }) => id === chosen) ??
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

/** The organisation that was on screen in this tab and is not open to the same user any more, by name. */
function endedOrganisation({ user, organisations }: SessionStatus): string | null {
  const [userId, id, name = ''] = sessionStorage.getItem(ON_SCREEN)?.split('\n') ?? [];
  if (user === null || userId !== user.id || organisations.some((candidate) => candidate.id === id)) return null;
  return name;
}

interface SessionProviderProps {
  children: ReactNode;
  /** For somebody without any organisation. */
  otherwise: ReactNode;
  /** When the organisation on screen was closed to the user: another one's data must not take its place unsaid. */
  ended: (name: string) => ReactNode;
}

export function SessionProvider({ children, otherwise, ended }: SessionProviderProps) {
  const { data } = useSuspenseQuery(sessionQuery());
  const session = sessionOf(data);
  const endedName = endedOrganisation(data);
  const onScreen =
    session === null || endedName !== null
      ? null
      : [session.user.id, session.organisation.id, session.organisation.name].join('\n');
  useEffect(() => {
    if (onScreen === null) return;
    sessionStorage.setItem(ON_SCREEN, onScreen);
    sessionStorage.setItem(CHOSEN, onScreen.split('\n')[1] ?? '');
  }, [onScreen]);
  if (endedName !== null) return ended(endedName);
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
