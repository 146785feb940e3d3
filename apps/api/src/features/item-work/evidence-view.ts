import { publicId } from '../../db/ids.ts';
import type { PersonView } from '../people.ts';
import type { readEvidence } from './queries.ts';
import { EvidenceView } from './schemas.ts';

/** A piece of evidence as it is shown. */
export function evidenceView(
  { evidence: row, file }: Awaited<ReturnType<typeof readEvidence>>[number],
  people: (id: string | null) => PersonView,
): EvidenceView {
  return {
    id: publicId('evidence', row.id),
    occurrenceId: publicId('occurrence', row.occurrenceId),
    form: EvidenceView.shape.form.parse(row.form),
    kind: row.kind,
    kindLabel: row.kindLabel,
    file: file === null ? null : fileView(file),
    url: row.url,
    note: row.note,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    addedBy: people(row.addedBy),
    addedAt: row.addedAt,
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt, by: people(row.withdrawnBy), reason: row.withdrawalReason ?? '' },
  };
}

function fileView({
  id,
  name,
  mediaType,
  sizeBytes,
  sha256,
}: {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}) {
  return { fileId: publicId('file', id), name, mediaType, sizeBytes, sha256 };
}
