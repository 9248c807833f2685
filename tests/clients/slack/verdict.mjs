// Reads {"secret","cases":[{"body","headers"}]}, sends each to a real Bolt receiver, prints the list of HTTP statuses.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import bolt from '@slack/bolt';

const request = JSON.parse(readFileSync(0, 'utf8'));
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
const receiver = new bolt.HTTPReceiver({ signingSecret: request.secret, logger: quiet });
receiver.init({ processEvent: async ({ ack }) => { await ack(); } });
const server = await receiver.start(0);
const { port } = server.address();

const statuses = [];
for (const { body, headers } of request.cases) {
  statuses.push(await new Promise((resolve, reject) => {
    const sent = http.request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
      (response) => { response.resume(); response.on('end', () => resolve(response.statusCode)); });
    sent.on('error', reject);
    sent.end(body);
  }));
}
await receiver.stop();
console.log(JSON.stringify(statuses));
process.exit(0);
