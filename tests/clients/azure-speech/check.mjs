// Recognises and speaks by Microsoft's own SDK. Input: {host, key, wav, text}; output: what the SDK made of it.
import { readFileSync } from "node:fs";
import sdk from "microsoft-cognitiveservices-speech-sdk";

const { host, key, wav, text } = JSON.parse(readFileSync(0, "utf8"));
const address = new URL(host.replace(/^http/, "ws"));
sdk.Recognizer.enableTelemetry(false);

function config() {
  const speech = sdk.SpeechConfig.fromHost(address, key);
  speech.speechRecognitionLanguage = "en-US";
  speech.outputFormat = sdk.OutputFormat.Detailed;
  speech.speechSynthesisOutputFormat = sdk.SpeechSynthesisOutputFormat.Raw16Khz16BitMonoPcm;
  speech.setProperty("SPEECH-TransmitLengthBeforThrottleMs", "600000");
  return speech;
}

function recognise() {
  const recognizer = new sdk.SpeechRecognizer(config(), sdk.AudioConfig.fromWavFileInput(readFileSync(wav)));
  sdk.PhraseListGrammar.fromRecognizer(recognizer).addPhrase("hey helm");
  const partials = [];
  recognizer.recognizing = (_, event) => partials.push(event.result.text);
  return new Promise((resolve, reject) => recognizer.recognizeOnceAsync(result => {
    const canceled = result.reason === sdk.ResultReason.Canceled ? sdk.CancellationDetails.fromResult(result) : null;
    resolve({
      reason: sdk.ResultReason[result.reason],
      text: result.text,
      best: result.json ? JSON.parse(result.json).NBest ?? [] : [],
      error: canceled ? sdk.CancellationErrorCode[canceled.ErrorCode] : null,
      partials,
    });
    recognizer.close();
  }, reject));
}

function speak() {
  const synthesizer = new sdk.SpeechSynthesizer(config(), null);
  return new Promise((resolve, reject) => synthesizer.speakTextAsync(text, result => {
    resolve({ reason: sdk.ResultReason[result.reason], bytes: result.audioData?.byteLength ?? 0 });
    synthesizer.close();
  }, reject));
}

const output = { recognised: await recognise(), spoken: await speak() };
process.stdout.write(JSON.stringify(output), () => process.exit(0));
