// Talks to Helm with Microsoft's own Direct Line client: a welcome, a question, a card's button, a suggested action, a file,
// a message that changes in its place, a lost line. Reads {"domain","token","webSocket"} and prints what the client was told as JSON.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { Xhr } from './xhr.mjs';

const require = createRequire(import.meta.url);
const Socket = require('ws');
const sockets = [];
globalThis.XMLHttpRequest = Xhr;
globalThis.WebSocket = class extends Socket { constructor(url) { super(url); sockets.push(this); } };
const { DirectLine } = require('botframework-directlinejs');

const { domain, token, webSocket } = JSON.parse(await text(process.stdin));
const line = new DirectLine({ domain, token, webSocket, pollingInterval: 200, random: () => 0 });
const told = [];
const waiting = [];
line.activity$.subscribe(
  activity => { told.push(activity); for (const one of [...waiting]) one(); },
  problem => { console.error('activity$', problem); process.exit(1); });

const until = (what, found) => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error(`never came: ${what}; got ${JSON.stringify(told)}`)), 25_000);
  const look = () => {
    const activity = told.find(found);
    if (activity) { clearTimeout(late); waiting.splice(waiting.indexOf(look), 1); resolve(activity); }
  };
  waiting.push(look);
  look();
});
const me = { id: 'somebody-else', name: 'Somebody else' };
let sent = 0;
const post = activity => new Promise((resolve, reject) =>
  line.postActivity({ type: 'message', from: me, channelData: { clientActivityID: `c${sent++}` }, ...activity }).subscribe(resolve, reject));
const answerTo = id => until(`the answer to ${id}`, activity => activity.replyToId === id && activity.type === 'message');
const ask = async activity => answerTo(await post(activity));

const welcome = await until('the welcome', activity => activity.from.role === 'bot');
const question = await ask({ text: 'status of production' });
const card = question.attachments[0].content;
const button = await ask({ value: card.actions[0].data, channelData: { clientActivityID: 'button', postBack: true } });
const suggestion = await ask({ text: question.suggestedActions.actions[0].value });
const file = await ask({ text: 'look at this', attachments: [{ contentType: 'text/plain', contentUrl: 'data:text/plain,hello', name: 'error.log' }] });
const twice = { text: 'said twice', channelData: { clientActivityID: 'twice' } };
const again = [await post(twice), await post(twice)];
await answerTo(again[0]);
await post({ text: 'change it' });
const first = await until('the message that changes', activity => activity.text?.includes('rem-001 runs'));
const second = await until('the changed message', activity => activity.text?.includes('rem-001 has helped'));

for (const socket of sockets) socket.terminate();
const lost = [await post({ text: 'into the silence' }), await post({ text: 'and again' })];
for (const id of lost) await answerTo(id);
const longOne = await ask({ text: 'tell me all' });

console.log(JSON.stringify({ welcome, question, button, suggestion, file, again, first, second, longOne, told, sockets: sockets.length }));
line.end();
process.exit(0);
