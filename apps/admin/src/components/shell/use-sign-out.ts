import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { queryClient, trpc } from '../../trpc.ts';

/** Ends the session; nothing of the one who left may be seen by the next one on this device. */
export function useSignOut() {
  const router = useRouter();
  return useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.navigate({ to: '/sign-in' });
        await router.invalidate();
      },
    }),
  );
}
