// Microsoft's chat window over Helm's own Direct Line, with Helm's own ears and voice.
import { Line } from './line.js';

export async function begin(talk) {
  const { WebChat } = window;
  if (!WebChat) throw new Error('Web Chat did not load.');
  const directLine = WebChat.createDirectLine({ token: await Line.token(), domain: `${location.origin}/v3/directline`, webSocket: new URLSearchParams(location.search).get('line') !== 'polling', pollingInterval: 500 });
  const store = WebChat.createStore();
  const speech = talk.dataset.voice ? (await import('./speech.js')).ponyfill() : undefined;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const props = () => ({
    directLine,
    store,
    nonce: talk.dataset.nonce,
    locale: 'en-US',
    webSpeechPonyfillFactory: speech,
    styleOptions: style(dark.matches),
    adaptiveCardsHostConfig: host(dark.matches),
  });
  const draw = () => WebChat.renderWebChat(props(), document.getElementById('webchat'));
  draw();
  dark.addEventListener('change', draw);
  return { say: text => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } }), store };
}

function style(dark) {
  return {
    backgroundColor: 'transparent',
    accent: dark ? '#6fb3e0' : '#0f5c94',
    primaryFont: 'system-ui, sans-serif',
    bubbleBackground: dark ? '#1b2733' : '#ffffff',
    bubbleTextColor: dark ? '#e8eef4' : '#17212b',
    bubbleBorderRadius: 10,
    bubbleBorderColor: dark ? '#33475a' : '#cfd8e0',
    bubbleFromUserBackground: dark ? '#0f4a75' : '#0f5c94',
    bubbleFromUserTextColor: '#ffffff',
    bubbleFromUserBorderRadius: 10,
    bubbleFromUserBorderColor: 'transparent',
    bubbleMaxWidth: 620,
    subtle: dark ? '#a9bac9' : '#51616f',
    sendBoxBackground: dark ? '#1b2733' : '#ffffff',
    sendBoxTextColor: dark ? '#e8eef4' : '#17212b',
    sendBoxButtonColor: dark ? '#a9bac9' : '#51616f',
    suggestedActionBackgroundColor: dark ? '#1b2733' : '#ffffff',
    suggestedActionTextColor: dark ? '#9fd0f2' : '#0f5c94',
    suggestedActionBorderColor: dark ? '#6fb3e0' : '#0f5c94',
    suggestedActionBorderRadius: 16,
    suggestedActionLayout: 'flow',
    hideUploadButton: false,
    sendTypingIndicator: false,
  };
}

/** Cards in the colours of the page. */
function host(dark) {
  const text = dark ? '#e8eef4' : '#17212b';
  const soft = dark ? '#a9bac9' : '#51616f';
  const colour = (normal, subtle = normal) => ({ default: normal, subtle });
  const colours = {
    default: colour(text, soft), dark: colour(text, soft), light: colour(text, soft), accent: colour(dark ? '#6fb3e0' : '#0f5c94'),
    good: colour(dark ? '#6ad08c' : '#17713a'), warning: colour(dark ? '#f0c04f' : '#8a5a00'), attention: colour(dark ? '#ff9a8d' : '#b3261e'),
  };
  const container = { backgroundColor: 'transparent', foregroundColors: colours };
  return {
    fontFamily: 'system-ui, sans-serif',
    containerStyles: { default: container, emphasis: container },
    actions: { maxActions: 10, buttonSpacing: 8, actionsOrientation: 'vertical', actionAlignment: 'stretch' },
    supportsInteractivity: true,
  };
}
