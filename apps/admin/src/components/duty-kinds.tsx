import { DutyKind } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.tsx';

/** What kind of duty it is; a kind this app has no word for yet is shown as it is. */
export function DutyKinds({ kinds }: { kinds: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <span className="zq-row">
      {kinds.map((kind) => {
        const known = DutyKind.safeParse(kind);
        return (
          <Tag key={kind} tone="neutral">
            {known.success ? t(`licence.duty.kind.${known.data}`) : kind}
          </Tag>
        );
      })}
    </span>
  );
}
