import type { MaterialItem } from '@zhengqi/obligations';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';

export type Materials = NonNullable<WorkflowDetail['materials']>;
/** The server sends the lines of the domain, with the file that is there in place of whether one is wanted. */
export type MaterialLine = Materials['items'][number] & Omit<MaterialItem, 'file'>;
