// The page's own life: the board is put in anew where it changed, decisions go to the Warden, times are shown as the reader's own.
const board = document.getElementById('board');
const line = document.getElementById('line');
const talk = document.getElementById('talk');
const shown = new Map();
let chat;

times(document);
for (const part of board.children) shown.set(part.id, part.outerHTML);
follow();
if (talk.dataset.directLine) {
  chat = import(talk.dataset.chat === 'webchat' ? './webchat.js' : './chat.js').then(module => module.begin(talk));
  chat.catch(problem => { console.error(problem); talk.append(note('The conversation could not begin. Load the page again.')); });
}

function follow() {
  const source = new EventSource(`/live?environment=${encodeURIComponent(board.dataset.environment)}`);
  source.onopen = () => { line.hidden = true; };
  source.addEventListener('board', ({ data }) => { line.hidden = true; put(JSON.parse(data)); });
  source.onerror = () => {
    line.hidden = false;
    if (source.readyState === EventSource.CLOSED) {
      // Refused, not merely broken: perhaps nobody is signed in any more.
      setTimeout(async () => { (await fetch('/api/domains').catch(() => null))?.status === 401 ? location.reload() : follow(); }, 3000);
    }
  };
}

function put(html) {
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  const parts = [...fresh.content.children];
  const kept = new Set(parts.map(part => part.id));
  for (const old of [...board.children]) if (!kept.has(old.id)) { shown.delete(old.id); old.remove(); }
  let before = null;
  for (const part of parts) {
    const old = document.getElementById(part.id);
    if (old && shown.get(part.id) === part.outerHTML) { before = old; continue; }
    shown.set(part.id, part.outerHTML);
    const focus = focused(old);
    for (const open of old?.querySelectorAll('details[open]') ?? []) part.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '');
    times(part);
    if (old) old.replaceWith(part); else if (before) before.after(part); else board.prepend(part);
    if (focus) [...part.querySelectorAll('button, summary')].find(one => name(one) === focus)?.focus();
    before = part;
  }
}

/** So that whoever works with the keyboard stays where they are when the part around them changes. */
function focused(part) {
  return part?.contains(document.activeElement) ? name(document.activeElement) : null;
}

function name(element) { return `${element.closest('[id]')?.id} ${element.textContent}`; }

function times(within) {
  for (const time of within.querySelectorAll('time')) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    time.title = new Date(time.dateTime).toLocaleString();
  }
}

board.addEventListener('click', async ({ target }) => {
  const button = target.closest('button');
  if (button?.dataset.says) {
    talk.focus({ preventScroll: false });
    (await chat)?.say(button.dataset.says);
  } else if (button?.dataset.decision) {
    await decide(button);
  }
});

async function decide(button) {
  const plan = button.closest('[data-plan]');
  const status = plan.querySelector('[role=status]');
  for (const one of plan.querySelectorAll('button')) one.disabled = true;
  try {
    const answer = await fetch(`/api/plans/${encodeURIComponent(plan.dataset.plan)}/${button.dataset.decision}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ plan_hash: plan.dataset.hash }),
    });
    const told = await answer.json();
    status.textContent = answer.ok ? `${told.status}.` : told.detail;
    if (!answer.ok) for (const one of plan.querySelectorAll('button')) one.disabled = false;
  } catch {
    status.textContent = 'Helm was not reached; nothing is known to have been decided.';
    for (const one of plan.querySelectorAll('button')) one.disabled = false;
  }
}

document.getElementById('sign-out').addEventListener('click', async () => {
  sessionStorage.clear();
  await fetch('/sign-out', { method: 'POST' });
  location.replace('/sign-in');
});

function note(text) {
  const paragraph = document.createElement('p');
  paragraph.className = 'empty';
  paragraph.textContent = text;
  return paragraph;
}
