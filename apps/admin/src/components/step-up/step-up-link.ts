import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@zhengqi/api/router';
import { appErrorOf } from '../../app-error.ts';
import { requestStepUp } from './step-up-request.ts';

/** Sends a call again once the user has proved who they are; whoever made the call only sees how it ends. */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let subscription: { unsubscribe(): void } | undefined;
      const send = (again: boolean) => {
        subscription = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (again || appErrorOf(error)?.code !== 'step-up-required') return observer.error(error);
            void requestStepUp().then((proved) => (proved ? send(true) : observer.error(error)));
          },
        });
      };
      send(false);
      return () => subscription?.unsubscribe();
    });
