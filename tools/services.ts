import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startTrainingServices } from '../app/training/services.ts';

/**
 * `npm run services [-- --maxbonus-port N --ecs-port N]`: the emulators alone, for an integrator's till or tests in another
 * language.
 */
const { values } = parseArgs({ options: { 'maxbonus-port': { type: 'string' }, 'ecs-port': { type: 'string' } } });
const port = z.coerce.number().int().min(0).max(65_535).default(0);

const services = await startTrainingServices({
  maxbonus: port.parse(values['maxbonus-port']),
  ecs: port.parse(values['ecs-port']),
});
process.stdout.write(`${JSON.stringify(services.addresses, null, 2)}\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await services.close();
