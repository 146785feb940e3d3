import { companyOperation, type Operation } from '../../rest/operation.ts';
import { downloadFile } from './download-file.ts';
import * as s from './schemas.ts';
import { requireUpload, uploadFile } from './upload-file.ts';

export const fileRoutes: readonly Operation[] = [
  companyOperation({
    method: 'post',
    path: '/files',
    id: 'uploadFile',
    tag: 'files',
    scope: 'occurrences.write',
    summary: 'Upload a file',
    description:
      'Takes pdf, png, jpg, docx, xlsx, txt, csv or eml up to 20 MB, as a form with one part `file` or as the bare file with `?name=`. The content must be what the name says. A file is no evidence until it is attached to an occurrence, and goes after a day if it never is.',
    input: s.UploadFileInput,
    output: s.FileView,
    outputName: 'File',
    created: ({ fileId }) => `/files/${fileId}`,
    takesFile: requireUpload,
    run: uploadFile,
  }),
  companyOperation({
    method: 'get',
    path: '/files/{fileId}',
    id: 'downloadFile',
    tag: 'files',
    scope: 'occurrences.read',
    summary: 'Download a file',
    description: 'The bytes as they were uploaded; `Repr-Digest` is their SHA-256.',
    input: s.DownloadFileInput,
    output: s.FileContent,
    outputName: 'FileContent',
    givesFile: true,
    run: downloadFile,
  }),
];
