// The product of a crash run: the launcher of `npm start` without the screens.
import { openDataFolder } from '../../infra/data-folder.ts';
import { leaveWith } from '../../infra/fault.ts';
import { startCrew } from '../../infra/product/crew.ts';
import { openDatabase } from '../../infra/product/database.ts';
import { productMembers } from '../../infra/product/members.ts';
import { readOptions } from '../../infra/product/options.ts';
import { untilStopped } from '../../infra/product/until-stopped.ts';

await untilStopped(async (around) => {
  const options = readOptions([], process.env);
  await openDataFolder(options.dataFolder, around.stopping);
  const database = await openDatabase(options, around);
  const crew = startCrew(productMembers(options, database, null), around.say);
  around.onStop(() => crew.stop());
  crew.keepRunning();
  process.send?.(database);
}).catch(leaveWith);
