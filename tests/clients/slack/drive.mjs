// Reads {"url","botToken","appToken"}, drives that Slack with the official clients, prints what they saw.
import { readFileSync } from 'node:fs';
import { WebClient, LogLevel } from '@slack/web-api';
import { SocketModeClient } from '@slack/socket-mode';

const { url, botToken, appToken } = JSON.parse(readFileSync(0, 'utf8'));
const slackApiUrl = `${url}/api/`;
const web = new WebClient(botToken, { slackApiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 1 } });
const failure = async (call) => { try { await call(); return null; } catch (error) { return error.data?.error ?? String(error); } };

const told = {};
told.me = (await web.auth.test()).user_id;
const posted = await web.chat.postMessage({ channel: 'C1', text: 'first', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Title' } }] });
told.ts = posted.ts;
await web.chat.update({ channel: 'C1', ts: posted.ts, text: 'changed' });
await web.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'for you' });
await web.reactions.add({ channel: 'C1', timestamp: posted.ts, name: 'eyes' });
told.again = await failure(() => web.reactions.add({ channel: 'C1', timestamp: posted.ts, name: 'eyes' }));
told.refused = await failure(() => web.chat.postMessage({ channel: 'C1', text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }));
await web.views.open({ trigger_id: 't', view: { type: 'modal', title: { type: 'plain_text', text: 'Helm' }, blocks: [{ type: 'divider' }] } });
await web.views.publish({ user_id: 'U1', view: { type: 'home', blocks: [{ type: 'divider' }] } });
told.thread = (await web.conversations.replies({ channel: 'C1', ts: posted.ts })).messages.map((message) => message.text);
await web.conversations.open({ users: 'U1' });
await web.users.info({ user: 'U1' });
await web.filesUploadV2({ channel_id: 'C1', thread_ts: posted.ts, filename: 'metric.png', title: 'Error rate', file: Buffer.from('the picture') });

const socket = new SocketModeClient({ appToken, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });
const event = new Promise((resolve) => socket.on('message', async ({ event: what, ack }) => { await ack(); resolve(what.text); }));
await socket.start();
told.event = await event;
await socket.disconnect();
console.log(JSON.stringify(told));
process.exit(0);
