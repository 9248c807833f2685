// The part of XMLHttpRequest that the Direct Line client needs, over Node's own fetch.
export class Xhr {
  readyState = 0; status = 0; response = null; responseType = ''; timeout = 0; #headers = {};
  open(method, url) { this.#headers = {}; this.method = method; this.url = url; this.#to(1); }
  setRequestHeader(name, value) { this.#headers[name] = value; }
  getAllResponseHeaders() { return ''; }
  getResponseHeader(name) { return this.answer?.headers.get(name) ?? null; }
  abort() { this.stop?.abort(); }
  async send(body) {
    this.stop = new AbortController();
    try {
      const headers = body instanceof FormData ? Object.fromEntries(Object.entries(this.#headers).filter(([name]) => name.toLowerCase() !== 'content-type')) : this.#headers;
      this.answer = await fetch(this.url, { method: this.method, headers, body: body ?? undefined, signal: this.stop.signal });
      this.status = this.answer.status;
      const bytes = await this.answer.arrayBuffer();
      const text = new TextDecoder().decode(bytes);
      this.response = this.responseType === 'arraybuffer' ? bytes : this.responseType === 'json' ? (text ? JSON.parse(text) : null) : text;
      if (this.responseType !== 'arraybuffer') this.responseText = text;
      this.#to(4);
    } catch (problem) {
      if (problem.name !== 'AbortError') this.onerror?.(problem);
    }
  }
  #to(state) { this.readyState = state; this.onreadystatechange?.({}); }
}
