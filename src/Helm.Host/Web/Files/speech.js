// Hearing and speaking by Helm itself, over /voice: for the plain chat form, and as the ponyfill that Web Chat takes.
let audio, playing, session;

/** What was said, once it is over; the words so far on the way. Null when nothing was understood. */
export function hear(partial) {
  session?.stop();
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/voice', ['helm.dictation.v1']);
    socket.binaryType = 'arraybuffer';
    let stream, ended = false;
    const end = (settle, value) => {
      if (ended) return;
      ended = true;
      session = null;
      stream?.getTracks().forEach(track => track.stop());
      socket.close();
      settle(value);
    };
    session = { stop: () => socket.readyState === WebSocket.OPEN ? socket.send(JSON.stringify({ type: 'release' })) : end(resolve, null), abort: () => end(resolve, null) };
    socket.onmessage = async ({ data }) => {
      if (typeof data !== 'string') return;
      const event = JSON.parse(data);
      switch (event.type) {
        case 'ready':
          try {
            stream = await microphone(frame => socket.readyState === WebSocket.OPEN && socket.send(frame));
            socket.send(JSON.stringify({ type: 'press' }));
          } catch (problem) { end(reject, new Error(`The microphone cannot be used: ${problem.message}`)); }
          break;
        case 'partial': partial?.(event.text); break;
        case 'heard': end(resolve, event.accepted ? event.text : null); break;
        case 'failed': end(reject, new Error(event.reason)); break;
      }
    };
    socket.onclose = () => end(reject, new Error('Helm does not listen here; is the voice switched on, and are you signed in?'));
  });
}

export function stop() { session?.stop(); }

/** Says it with Helm's voice; resolves when it is said, or was hushed. */
export async function speak(text) {
  hush();
  const answer = await fetch('/voice/say', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text }) });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  audio ??= new AudioContext();
  const source = audio.createBufferSource();
  source.buffer = await audio.decodeAudioData(await answer.arrayBuffer());
  source.connect(audio.destination);
  playing = source;
  await audio.resume();
  source.start();
  await new Promise(resolve => { source.onended = resolve; });
}

export function hush() {
  try { playing?.stop(); } catch { /* it had not begun */ }
  playing = null;
}

async function microphone(take) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false, channelCount: 1 } });
  const context = new AudioContext({ sampleRate: 16000 });
  await context.resume();
  await context.audioWorklet.addModule('/voice/microphone.js');
  const worklet = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
  worklet.port.onmessage = ({ data }) => take(data);
  context.createMediaStreamSource(stream).connect(worklet);
  stream.getTracks()[0].addEventListener('ended', () => context.close());
  const [track] = stream.getTracks();
  const stopTrack = track.stop.bind(track);
  track.stop = () => { stopTrack(); if (context.state !== 'closed') context.close(); };
  return stream;
}

/** Handlers such as onstart are called by the event itself: Web Chat heeds only events whose target is what it started. */
function heeded(target, types) {
  for (const type of types) target.addEventListener(type, event => target[`on${type}`]?.(event));
}

/** The Web Speech API as Web Chat asks for it. */
export function ponyfill() {
  class SpeechRecognition extends EventTarget {
    lang = 'en-US'; continuous = false; interimResults = false; maxAlternatives = 1; grammars = null;

    constructor() { super(); heeded(this, ['start', 'audiostart', 'result', 'audioend', 'error', 'end']); }

    start() {
      // Not before whoever starts it has taken note of it.
      queueMicrotask(() => { this.#tell('start'); this.#tell('audiostart'); });
      hear(words => this.interimResults && this.#result(words, false)).then(
        text => { if (text) this.#result(text, true); this.#tell('audioend'); if (!text) this.#tell('error', { error: 'no-speech' }); this.#tell('end'); },
        problem => { this.#tell('audioend'); this.#tell('error', { error: 'audio-capture', message: problem.message }); this.#tell('end'); });
    }

    stop() { stop(); }
    abort() { session?.abort(); }

    #result(transcript, isFinal) {
      const one = Object.assign([{ transcript, confidence: 0.9 }], { isFinal });
      this.#tell('result', { resultIndex: 0, results: [one] });
    }

    #tell(type, more = {}) { this.dispatchEvent(Object.assign(new Event(type), more)); }
  }

  class SpeechGrammarList { addFromString() { } addFromURI() { } get length() { return 0; } }

  class SpeechSynthesisUtterance extends EventTarget {
    lang = 'en-US'; pitch = 1; rate = 1; voice = null; volume = 1;
    constructor(text) { super(); this.text = text; heeded(this, ['start', 'end', 'error']); }
    tell(type, more = {}) { this.dispatchEvent(Object.assign(new Event(type), more)); }
  }

  class SpeechSynthesis extends EventTarget {
    speaking = false; pending = false; paused = false;
    getVoices() { return [{ name: 'Helm', lang: 'en-US', default: true, localService: true, voiceURI: 'helm' }]; }
    async speak(utterance) {
      this.speaking = true;
      utterance.tell('start');
      // Web Chat says nothing at first, to be allowed to speak later.
      const text = utterance.text.replace(/<[^>]*>/g, ' ').trim();
      try { if (text) await speak(text); utterance.tell('end'); } catch (problem) { utterance.tell('error', { error: 'synthesis-failed', message: problem.message }); }
      this.speaking = false;
    }
    cancel() { hush(); }
    pause() { } resume() { }
  }

  return () => ({ SpeechGrammarList, SpeechRecognition, SpeechSynthesisUtterance, speechSynthesis: new SpeechSynthesis() });
}
