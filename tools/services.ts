import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startTrainingServices } from '../app/training/services.ts';

/** `npm run services [-- --maxbonus-port N]`: the emulators alone, for an integrator's till or tests in another language. */
const { values } = parseArgs({ options: { 'maxbonus-port': { type: 'string' } } });
const port = z.coerce.number().int().min(0).max(65_535).optional().parse(values['maxbonus-port']);

const services = await startTrainingServices(port === undefined ? {} : { maxbonus: port });
process.stdout.write(`${JSON.stringify(services.addresses, null, 2)}\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await services.close();
