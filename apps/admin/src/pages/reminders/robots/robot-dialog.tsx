import { useMutation } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { useNoticeKinds } from '../../../components/notices/kinds.ts';
import { useDone } from '../../../components/use-done.ts';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ROBOT_KINDS, type Robot } from './robot.ts';

/** A new robot, or what one is called and sends. Its address is changed elsewhere: it is a way out of the company. */
export function RobotDialog({ robot, onClose }: { robot?: Robot; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const organisationId = useOrganisationId();
  const { kinds: known } = useNoticeKinds();
  const [kind, setKind] = useState<Robot['kind']>('wecom');
  const [name, setName] = useState(robot?.name ?? '');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const [language, setLanguage] = useState<Robot['language']>(robot?.language ?? 'zh');
  const [chosen, setChosen] = useState<Robot['kinds'] | null>(robot?.kinds ?? null);
  const kinds = chosen ?? known.filter(({ robot: { default: isOn } }) => isOn).map((one) => one.kind);
  const create = useMutation(
    trpc.channels.create.mutationOptions({ onSuccess: () => done(t('notice.robotAdded'), onClose) }),
  );
  const change = useMutation(
    trpc.channels.change.mutationOptions({ onSuccess: () => done(t('notice.robotChanged'), onClose) }),
  );
  const call = robot === undefined ? create : change;
  const problem = (path: string) => {
    const refused = fieldError(call.error, path);
    return refused === null ? null : say(refused);
  };
  const send = () => {
    const words = { organisationId, name: name.trim(), language, kinds };
    if (robot !== undefined) {
      change.mutate({ ...words, channelId: robot.id, version: robot.version });
      return;
    }
    create.mutate({ ...words, kind, url: url.trim(), ...(secret.trim() === '' ? {} : { secret: secret.trim() }) });
  };
  return (
    <ConfirmDialog
      title={t(robot === undefined ? 'notice.robotAdd' : 'notice.robotChange')}
      confirm={t(robot === undefined ? 'notice.robotAdd' : 'action.save')}
      disabled={name.trim() === '' || (robot === undefined && url.trim() === '')}
      pending={call.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      {robot === undefined && (
        <ChoiceField
          label={t('notice.robotKindLabel')}
          value={kind}
          onChange={setKind}
          options={ROBOT_KINDS.map((value) => ({ value, label: t(`notice.robotKind.${value}`) }))}
        />
      )}
      <TextField
        label={t('notice.robotName')}
        value={name}
        onChange={setName}
        autoComplete="off"
        problem={problem('name')}
      />
      {robot === undefined && (
        <>
          <TextField
            label={t('notice.robotUrl')}
            value={url}
            onChange={setUrl}
            autoComplete="off"
            problem={problem('url')}
          />
          <TextField
            label={t('notice.robotSecret')}
            value={secret}
            onChange={setSecret}
            type="password"
            autoComplete="new-password"
            problem={problem('secret')}
          />
        </>
      )}
      <ChoiceField
        label={t('notice.robotLanguage')}
        value={language}
        onChange={setLanguage}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`security.languageName.${value}`) }))}
      />
      <fieldset className="zq-fieldset">
        <legend>{t('notice.robotKinds')}</legend>
        <Checkbox.Group
          value={kinds}
          onChange={setChosen}
          options={known.map((one) => ({ value: one.kind, label: say(one.label) }))}
        />
      </fieldset>
      <FormFailure error={call.error} fieldsShown />
    </ConfirmDialog>
  );
}
