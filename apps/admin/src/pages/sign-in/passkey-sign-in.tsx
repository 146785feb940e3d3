import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askForPasskey } from '../../components/passkeys/device.ts';
import { PasskeyButton } from '../../components/passkeys/passkey-button.tsx';
import { PasskeyFailure } from '../../components/passkeys/passkey-failure.tsx';
import { renewSession } from '../../session.tsx';
import { client } from '../../trpc.ts';

/** The whole sign-in by a passkey: no address, no password, no code. */
export function PasskeySignIn() {
  const { t } = useTranslation();
  const signIn = useMutation({
    mutationFn: async () => {
      const options = await client.session.askForPasskey.mutate({ purpose: 'sign-in' });
      await client.session.signInWithPasskey.mutate({ passkey: await askForPasskey(options) });
    },
    onSuccess: renewSession,
  });
  return (
    <>
      <PasskeyButton text={t('security.passkeySignIn')} pending={signIn.isPending} onPress={() => signIn.mutate()} />
      <PasskeyFailure error={signIn.error} />
    </>
  );
}
