// `npm start`: the whole product on one port, until it is told to stop.
import { leaveWith } from './fault.ts';
import { readOptions } from './product/options.ts';
import { startProduct } from './product/product.ts';
import { untilStopped } from './product/until-stopped.ts';

await untilStopped(async (around) => {
  const began = performance.now();
  const options = readOptions(process.argv.slice(2), process.env);
  const product = await startProduct(options, around);
  around.say(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${product.url}`);
  if (product.setupToken) around.say(`one-time token for the first set-up: ${product.setupToken}`);
  process.send?.(product);
}).catch(leaveWith);
