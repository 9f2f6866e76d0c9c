import {parseArgs} from 'node:util';
import {startSandbox} from './index.ts';

const {values} = parseArgs({
  options: {port: {type: 'string', default: '8443'}, latency: {type: 'string', default: '0'}},
});
const sandbox = await startSandbox({port: Number(values.port), latencyMs: Number(values.latency)});
console.log(`The sandbox answers at ${sandbox.origin}. Sign in at ${sandbox.origin}/users/sign_in.`);
