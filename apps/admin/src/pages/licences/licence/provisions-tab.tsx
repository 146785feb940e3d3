import type { Provision } from '@zhengqi/obligations';
import { Link } from '@tanstack/react-router';
import { AppliesTag } from '../../../components/applies-tag.tsx';
import { ProvisionsList } from '../../../components/provisions/provisions-list.tsx';
import { useSay } from '../../../i18n/language.ts';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';

type DutyView = RouterOutputs['licences']['get']['duties'][number];

interface ProvisionsTabProps {
  leads: readonly Provision[];
  provisions: readonly Provision[];
  duties: readonly DutyView[];
}

/** The text as printed, and under each provision the duties that rest on it. */
export function ProvisionsTab({ leads, provisions, duties }: ProvisionsTabProps) {
  const say = useSay();
  return (
    <Card>
      <ProvisionsList
        leads={leads}
        provisions={provisions}
        duties={({ dutyIds }) => (
          <div className="zq-stack-tight">
            {duties
              .filter(({ id }) => dutyIds.includes(id))
              .map(({ id, clause, title, applies }) => (
                <div key={id} className="zq-row zq-small">
                  <AppliesTag applies={applies} />
                  <Link to="/rulebook/$clause" params={{ clause }}>
                    {clause} {say(title)}
                  </Link>
                </div>
              ))}
          </div>
        )}
      />
    </Card>
  );
}
