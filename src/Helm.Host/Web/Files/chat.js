// The plain chat form: messages, cards, suggestions, files, and the microphone. Whatever is shown is text; nothing is ever taken for HTML.
import { Line } from './line.js';

const at = id => document.getElementById(id);
const messages = new Map();
let line, spoken = false, speech;

export async function begin(talk) {
  line = new Line(show, open => talk.classList.toggle('broken', !open));
  at('say').addEventListener('submit', event => {
    event.preventDefault();
    const text = at('text').value.trim();
    if (!text) return;
    at('text').value = '';
    spoken = false;
    say(text);
  });
  at('file').addEventListener('change', () => {
    const [file] = at('file').files;
    at('file').value = '';
    if (file) line.upload(file, at('text').value.trim() || undefined).catch(failed);
    at('text').value = '';
  });
  if (talk.dataset.voice) {
    speech = await import('./speech.js');
    at('microphone').addEventListener('click', listen);
  }
  addEventListener('resize', () => at('log').lastElementChild?.scrollIntoView({ block: 'nearest' }));
  await line.open();
  return { say, line };
}

function say(text) { line.post({ text }).catch(failed); }

function press(data, title) { line.post({ value: data, text: undefined, channelData: { postBack: true } }).catch(failed); pressed(title); }

function show(activity) {
  if (activity.type === 'typing') { typing(activity); return; }
  if (activity.type !== 'message') return;
  if (activity.from.role === 'bot') at('log').querySelector('.typing')?.remove();
  const data = activity.channelData ?? {};
  const known = messages.get(data.streamId ?? activity.id) ?? messages.get(activity.id);
  const entry = message(activity);
  messages.set(activity.id, entry);
  if (known) known.replaceWith(entry); else add(entry);
  if (activity.from.role === 'bot') {
    suggest(activity.suggestedActions?.actions ?? []);
    if (spoken && activity.speak && !known) speech?.speak(activity.speak);
  }
  entry.scrollIntoView({ block: 'nearest' });
}

/** Somebody who types, or the beginning of a long answer. */
function typing(activity) {
  const data = activity.channelData ?? {};
  if (data.streamType === 'streaming') {
    const stream = data.streamId ?? activity.id;
    const entry = message(activity);
    entry.classList.add('growing');
    const before = messages.get(stream);
    if (before) before.replaceWith(entry); else { at('log').querySelector('.typing')?.remove(); add(entry); }
    messages.set(stream, entry);
    return;
  }
  if (at('log').querySelector('.typing')) return;
  const entry = element('li', 'helm typing', 'Helm is at it …');
  add(entry);
  setTimeout(() => entry.remove(), 5000);
}

function message(activity) {
  const mine = activity.from.role === 'user';
  const entry = element('li', mine ? 'you' : 'helm');
  entry.append(element('span', 'unseen', mine ? 'You: ' : 'Helm: '));
  if (activity.text) entry.append(element('p', 'words', activity.text));
  for (const attachment of activity.attachments ?? []) entry.append(attached(attachment));
  if (mine && !activity.text) entry.append(element('p', 'words', activity.value?.says ?? `${activity.value?.approves ? 'Approve' : 'Reject'} ${activity.value?.plan ?? ''}`));
  return entry;
}

function attached({ contentType, content, contentUrl, name }) {
  if (contentType === 'application/vnd.microsoft.card.adaptive') return card(content);
  if (contentUrl?.startsWith('data:image/')) {
    const picture = element('img');
    picture.src = contentUrl;
    picture.alt = name ?? 'a picture';
    return picture;
  }
  return element('p', 'file-name', `File: ${name ?? 'unnamed'}`);
}

/** The parts of an Adaptive Card that Helm draws. */
function card({ body, actions }) {
  const drawn = element('div', 'message-card');
  body.forEach((part, index) => {
    if (part.type === 'TextBlock') {
      drawn.append(element(index === 0 ? 'h3' : part.weight === 'bolder' ? 'h4' : 'p', [part.isSubtle && 'soft', part.color].filter(Boolean).join(' '), plain(part.text)));
    } else if (part.type === 'FactSet') {
      const list = element('dl');
      for (const fact of part.facts) {
        const pair = element('div');
        pair.append(element('dt', '', plain(fact.title)), element('dd', '', plain(fact.value)));
        list.append(pair);
      }
      drawn.append(list);
    }
  });
  const buttons = element('p', 'buttons');
  for (const action of actions ?? []) {
    const button = element('button', 'quiet', action.title);
    button.type = 'button';
    button.addEventListener('click', () => { spoken = false; press(action.data, action.title); });
    buttons.append(button);
  }
  if (buttons.children.length) drawn.append(buttons);
  return drawn;
}

/** Text in cards is escaped Markdown. */
function plain(text) { return text.replace(/\\([\\`*_[\]()#<>~|+\-.{])/g, '$1').replaceAll('\n\n', '\n'); }

function suggest(actions) {
  at('suggestions').replaceChildren(...actions.map(action => {
    const button = element('button', 'quiet', action.title);
    button.type = 'button';
    button.addEventListener('click', () => { spoken = false; say(action.value); suggest([]); at('text').focus(); });
    return button;
  }));
}

async function listen() {
  const button = at('microphone');
  if (button.getAttribute('aria-pressed') === 'true') { speech.stop(); return; }
  speech.hush();
  button.setAttribute('aria-pressed', 'true');
  try {
    const text = await speech.hear(words => { at('text').value = words; });
    at('text').value = '';
    if (text) { spoken = true; say(text); }
  } catch (problem) {
    failed(problem);
  } finally {
    button.setAttribute('aria-pressed', 'false');
  }
}

function pressed(title) { at('suggestions').replaceChildren(); at('text').focus(); return title; }

function failed(problem) { add(element('li', 'note', problem.message)); }

function add(entry) { at('log').append(entry); entry.scrollIntoView({ block: 'nearest' }); }

function element(name, style, text) {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text !== undefined) made.textContent = text;
  return made;
}
