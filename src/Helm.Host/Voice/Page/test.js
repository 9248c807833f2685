const at = id => document.getElementById(id);
let audio, socket, stream, isReady = false, playAt = 0, playing = [];

at('token').value = decodeURIComponent(location.hash.slice(1));
history.replaceState(null, '', location.pathname); // the secret does not stay in the address
state('off');
at('start').addEventListener('submit', event => {
  event.preventDefault();
  if (socket) socket.close(); else start().catch(problem => note('note', problem.message));
});
for (const happens of ['pointerdown', 'pointerup', 'pointerleave', 'pointercancel', 'blur']) {
  at('talk').addEventListener(happens, () => hold(happens === 'pointerdown'));
}
for (const happens of ['keydown', 'keyup']) {
  at('talk').addEventListener(happens, event => { if (event.key === ' ' || event.key === 'Enter') { event.preventDefault(); hold(happens === 'keydown'); } });
}

/** A key that repeats, or a finger that slides off, changes nothing. */
function hold(isHeld) {
  if (at('talk').classList.contains('held') === isHeld || socket?.readyState !== WebSocket.OPEN) return;
  at('talk').classList.toggle('held', isHeld);
  socket.send(JSON.stringify({ type: isHeld ? 'press' : 'release' }));
}

async function start() {
  at('listen').textContent = 'Stop listening';
  audio ??= new AudioContext({ sampleRate: 16000 });
  await audio.resume();
  socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/voice`, ['helm.voice.v1', `helm.token.${at('token').value.trim()}`]);
  socket.binaryType = 'arraybuffer';
  socket.onmessage = ({ data }) => typeof data === 'string' ? take(JSON.parse(data)) : play(new Int16Array(data));
  socket.onclose = ended;
}

/** The microphone is let go; a page that nobody talks to must not listen. */
function ended() {
  note('note', isReady ? 'The conversation is over.' : 'Helm does not talk to this page. Is the token right? Its answer is in the browser\'s console.');
  stream?.getTracks().forEach(track => track.stop());
  hush();
  state('off');
  at('listen').textContent = 'Listen';
  at('talk').disabled = true;
  at('talk').classList.remove('held');
  at('level').value = 0;
  [socket, stream, isReady] = [undefined, undefined, false];
}

/** Once Helm is ready: nothing that is said before would be heard. */
async function listen() {
  stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false, channelCount: 1 } });
  await audio.audioWorklet.addModule('/voice/microphone.js');
  const microphone = new AudioWorkletNode(audio, 'microphone', { numberOfOutputs: 0 });
  microphone.port.onmessage = ({ data }) => {
    const frame = new Int16Array(data);
    if (socket?.readyState !== WebSocket.OPEN) return;
    at('level').value = Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length) / 8000;
    socket.send(data);
  };
  audio.createMediaStreamSource(stream).connect(microphone);
}

const interruptions = { wake_phrase: 'interrupted by the wake phrase', button: 'interrupted by the button', stop: 'stopped by a word' };

function take(event) {
  if ('ms' in event && at(`ms-${event.type}`)) at(`ms-${event.type}`).textContent = Math.round(event.ms);
  switch (event.type) {
    case 'ready': isReady = true; at('talk').disabled = false; listen().catch(problem => note('note', `The browser gives no microphone (${problem.message}). Allow it for this page, then press Listen again.`)); note('note', `This is the device "${event.device}".`); break;
    case 'state': state(event.state); break;
    case 'partial': at('partial').textContent = `${event.text} …`; break;
    case 'heard':
      at('partial').textContent = '';
      if (event.accepted) note('you', event.text); else if (event.text) note('note', `not understood: ${event.text} (${event.verdict})`);
      break;
    case 'answer': note('helm', event.speech); break;
    case 'hush': hush(); break;
    case 'dropped': note('note', 'nothing was said after the wake phrase'); break;
    case 'interrupted': note('note', interruptions[event.by] ?? 'interrupted'); break;
    case 'ignored': note('note', `ignored: ${event.why}`); break;
    case 'failed': note('note', event.reason); break;
  }
}

function state(now) {
  at('state').textContent = now;
  at('state').className = now;
}

function note(who, text) {
  const line = document.createElement('li');
  line.className = who;
  line.textContent = text;
  at('log').append(line);
  line.scrollIntoView({ block: 'nearest' });
}

function play(samples) {
  const buffer = audio.createBuffer(1, samples.length, 16000);
  buffer.copyToChannel(Float32Array.from(samples, sample => sample / 32768), 0);
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.connect(audio.destination);
  playAt = Math.max(playAt, audio.currentTime);
  source.start(playAt);
  playAt += buffer.duration;
  playing.push(source);
  source.onended = () => { playing = playing.filter(one => one !== source); };
}

function hush() {
  playing.forEach(source => source.stop());
  playing = [];
  playAt = 0;
}
