import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..');

/** Where everything of this checkout that outlives a run is kept; `DATA_DIR` names another place. */
export const dataFolder = path.resolve(root, process.env.DATA_DIR ?? '.data');
