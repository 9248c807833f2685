// Talks to Helm through the page /voice/test in a real browser whose microphone is a WAV file.
//   node voice.mjs CHROMIUM URL TOKEN RECORDING.wav ANSWERS SCREENSHOT.png
// Prints what the page showed as JSON: {"lines": [{"who","text"}], "ms": {...}, "requests": [...], "errors": [...]}.
import { chromium } from 'playwright-core';

const [executablePath, url, token, recording, answers, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${recording}%noloop`, '--autoplay-policy=no-user-gesture-required',
  ],
});
const [requests, errors] = [[], []];
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
  page.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(`${url}/voice/test#${token}`);
  await page.click('text=Listen');
  // The page's policy forbids scripts from elsewhere, Playwright's waitForFunction among them.
  await page.locator('#log .helm').nth(Number(answers) - 1).waitFor({ timeout: 150_000 });
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: screenshot });
  console.log(JSON.stringify({
    lines: await page.$$eval('#log li', lines => lines.map(line => ({ who: line.className, text: line.textContent }))),
    ms: await page.$$eval('td', cells => Object.fromEntries(cells.map(cell => [cell.id.slice(3), cell.textContent]))),
    address: page.url(),
    requests,
    errors,
  }));
} catch (problem) {
  const page = browser.contexts()[0]?.pages()[0];
  await page?.screenshot({ path: screenshot });
  console.error(String(problem), await page?.innerText('body'), errors.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
