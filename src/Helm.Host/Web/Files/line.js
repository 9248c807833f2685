// A client of Direct Line 3.0: told over a WebSocket, and going on where it was when the line breaks.
const root = '/v3/directline';
const kept = 'helm-conversation';

export class Line {
  #watermark = '';
  #sockets = 0;
  #wait = 1000;

  /** @param {(activity: object) => void} told  @param {(open: boolean) => void} state */
  constructor(told, state) { this.told = told; this.state = state; }

  async open() {
    const before = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
    const again = before && await this.#ask('GET', `/conversations/${before.conversationId}?watermark=`, before.token).catch(() => null);
    await this.#use(again ?? await this.#begin());
    setInterval(() => this.#refresh(), 10 * 60_000);
  }

  /** The token of a new conversation, for clients that bring their own line. */
  static async token() {
    const answer = await fetch(`${root}/tokens/generate`, { method: 'POST' });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    return (await answer.json()).token;
  }

  /** Sent until it is known to have arrived; under its own name, so that it is taken once. */
  async post(activity) {
    const body = JSON.stringify({ type: 'message', ...activity, channelData: { clientActivityID: crypto.randomUUID(), ...activity.channelData } });
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#ask('POST', `/conversations/${this.conversation}/activities`, this.token, body);
      } catch (problem) {
        if (problem.status || attempt === 5) throw problem;
        await new Promise(resolve => setTimeout(resolve, attempt * 1000));
      }
    }
  }

  async upload(file, text) {
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify({ type: 'message', text, channelData: { clientActivityID: crypto.randomUUID() } })], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', file, file.name);
    return this.#ask('POST', `/conversations/${this.conversation}/upload`, this.token, form);
  }

  async #begin() {
    return this.#ask('POST', '/conversations', await Line.token());
  }

  async #use(begun) {
    this.conversation = begun.conversationId;
    this.token = begun.token;
    sessionStorage.setItem(kept, JSON.stringify({ conversationId: begun.conversationId, token: begun.token }));
    this.#listen(begun.streamUrl);
  }

  #listen(address) {
    const number = ++this.#sockets;
    const socket = new WebSocket(address);
    const ping = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), 20_000);
    socket.onopen = () => { this.#wait = 1000; this.state(true); };
    socket.onmessage = ({ data }) => {
      if (!data || number !== this.#sockets) return;
      const { activities, watermark } = JSON.parse(data);
      activities.forEach(this.told);
      this.#watermark = watermark;
    };
    socket.onclose = () => {
      clearInterval(ping);
      this.state(false);
      setTimeout(() => this.#again(), this.#wait);
      this.#wait = Math.min(15_000, this.#wait * 2);
    };
    this.socket = socket;
  }

  async #again() {
    try {
      this.#use(await this.#ask('GET', `/conversations/${this.conversation}?watermark=${this.#watermark}`, this.token));
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) {
        try { this.#watermark = ''; await this.#use(await this.#begin()); return; } catch { /* not signed in any more: the board says so */ }
      }
      setTimeout(() => this.#again(), this.#wait);
      this.#wait = Math.min(15_000, this.#wait * 2);
    }
  }

  async #refresh() {
    const { token } = await this.#ask('POST', '/tokens/refresh', this.token).catch(() => ({}));
    if (token) {
      this.token = token;
      sessionStorage.setItem(kept, JSON.stringify({ conversationId: this.conversation, token }));
    }
  }

  async #ask(method, path, token, body) {
    const headers = { Authorization: `Bearer ${token}` };
    if (typeof body === 'string') headers['Content-Type'] = 'application/json';
    const answer = await fetch(root + path, { method, headers, body });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.detail), { status: answer.status });
    return told;
  }
}
