// Opens Helm's page in a real browser as a person would: signs in by a link, looks, asks, presses, sends a file, loses the line.
//   node page.mjs CHROMIUM URL LINK plain|webchat|polling PICTURES [MICROPHONE.wav]
// Says "conversation ID" on a line of its own when Helm may tell something there, and at the end what it saw as JSON.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { chromium } from 'playwright-core';

const [executablePath, url, link, mode, pictures, microphone] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required',
    ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}%noloop`] : []),
  ],
});
const [requests, errors] = [[], []];
let conversation;
const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, colorScheme: 'light', timezoneId: 'UTC' });
const page = await context.newPage();
const picture = name => page.screenshot({ path: join(pictures, `page-${mode}-${name}.png`) });
try {
  page.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => { if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`); });
  page.on('response', async response => {
    if (response.request().method() === 'POST' && new URL(response.url()).pathname === '/v3/directline/conversations') {
      // Of a page that was left meanwhile there is no body any more, and no conversation to tell something in.
      conversation = (await response.json().catch(() => null))?.conversationId ?? conversation;
    }
  });
  await page.addInitScript(() => {
    const Real = WebSocket;
    window.sockets = [];
    window.WebSocket = class extends Real { constructor(...given) { super(...given); window.sockets.push(this); } };
  });

  await page.goto(`${url}/sign-in#${link}`);
  await page.locator('#overall').waitFor({ timeout: 60_000 });
  const address = page.url();
  if (mode !== 'webchat') await page.goto(`${url}/?${mode === 'plain' ? 'chat=plain' : 'line=polling'}`);
  const chat = mode === 'plain' ? plain() : webchat();

  await chat.answers(1);
  await chat.ask('status of production');
  await chat.answers(2);
  await picture('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(300);
  await picture('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await chat.suggestion();
  await chat.answers(3);
  await chat.press();
  await chat.answers(4);
  const file = join(tmpdir(), 'helm-error.log');
  writeFileSync(file, 'ERROR nothing to see\n');
  await chat.upload(file);
  await chat.answers(5);
  console.log(`conversation ${conversation}`);
  await page.getByText('rem-001 has helped').first().waitFor({ timeout: 20_000 });

  const before = await chat.texts();
  await page.evaluate(() => window.sockets.forEach(socket => socket.url.includes('directline') && socket.close()));
  await chat.ask('what issues do we have');
  await chat.ask('help');
  await chat.answers(before.filter(text => !text.mine).length + 2);
  const texts = await chat.texts();

  let heard = null;
  if (microphone) {
    await page.locator(mode === 'plain' ? '#microphone' : '[data-testid="send box speak button"], .webchat__microphone-button__button').first().click();
    await chat.answers(texts.filter(text => !text.mine).length + 1);
    heard = (await chat.texts()).filter(text => text.mine).at(-1).text;
    await page.waitForResponse(response => response.url().endsWith('/voice/say') && response.ok(), { timeout: 10_000 }).catch(() => null);
  }

  await page.setViewportSize({ width: 360, height: 780 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  await picture('narrow');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.evaluate(() => document.getElementById('talk').scrollIntoView());
  await page.waitForTimeout(300);
  await picture('narrow-talk');
  await page.setViewportSize({ width: 1360, height: 900 });
  const before404 = errors.length;
  const second = await (await browser.newContext()).newPage();
  await second.goto(`${url}/sign-in#${link}`);
  await second.locator('#problem').filter({ hasText: 'used before' }).waitFor({ timeout: 10_000 });
  const board = await page.locator('#board').innerText();
  const cookie = await page.evaluate(() => document.cookie);
  console.log(JSON.stringify({ address, board, texts, heard, wide, cookie, requests, errors: errors.slice(0, before404), spoken: requests.some(one => one.endsWith('/voice/say')), sockets: await page.evaluate(() => window.sockets.length) }));
} catch (problem) {
  await picture('broken').catch(() => null);
  console.error(String(problem), await page.innerText('body').catch(() => ''), errors.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}

function plain() {
  const said = page.locator('#log li:not(.typing):not(.note):not(.growing)');
  return {
    answers: count => page.locator('#log li.helm:not(.typing):not(.growing)').nth(count - 1).waitFor({ timeout: 25_000 }),
    ask: async text => { await page.fill('#text', text); await page.keyboard.press('Enter'); },
    press: () => page.locator('#log .message-card button').first().click(),
    suggestion: () => page.locator('#suggestions button').first().click(),
    upload: file => page.setInputFiles('#file', file),
    texts: () => said.evaluateAll(lines => lines.map(line => ({ mine: line.className === 'you', text: line.querySelector('.words')?.textContent ?? '' }))),
  };
}

function webchat() {
  const bubbles = page.locator('.webchat__stacked-layout, .webchat__carousel-filmstrip');
  const box = page.locator('[data-id="webchat-sendbox-input"], [data-testid="send box text area"]').first();
  return {
    answers: count => page.locator('.webchat__stacked-layout:not(.webchat__stacked-layout--from-user), .webchat__carousel-filmstrip').nth(count - 1).waitFor({ timeout: 25_000 }),
    ask: async text => { await box.fill(text); await page.keyboard.press('Enter'); },
    press: () => page.locator('.ac-pushButton').first().click(),
    suggestion: () => page.locator('.webchat__suggested-actions button, .webchat__suggested-action button').first().click(),
    upload: async file => { await page.setInputFiles('input[type=file]', file); await page.waitForTimeout(500); await box.fill('look at this'); await page.keyboard.press('Enter'); },
    texts: () => bubbles.evaluateAll(lines => lines.map(line => ({ mine: line.className.includes('from-user'), text: line.querySelector('.webchat__text-content')?.innerText ?? line.innerText }))),
  };
}
