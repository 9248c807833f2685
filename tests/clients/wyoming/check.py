"""Asks Helm as a Wyoming server by the protocol's own package: check.py PORT RECORDING; prints what came back as JSON."""
import asyncio
import json
import sys
import wave

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStop, wav_to_chunks
from wyoming.client import AsyncTcpClient
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import Synthesize


async def check(port: int, recording: str) -> dict:
    result = {}
    async with AsyncTcpClient("127.0.0.1", port) as client:
        await client.write_event(Ping(text="hello").event())
        result["pong"] = Pong.from_event(await client.read_event()).text

        await client.write_event(Describe().event())
        info = Info.from_event(await client.read_event())
        result["asr"] = info.asr[0].models[0].name
        result["voice"] = info.tts[0].voices[0].name
        result["phrase"] = info.wake[0].models[0].phrase

        await client.write_event(Transcribe(language="en").event())
        with wave.open(recording, "rb") as wav:
            for chunk in wav_to_chunks(wav, 1024, start_event=True, stop_event=True):
                await client.write_event(chunk.event())
        result["transcript"] = Transcript.from_event(await client.read_event()).text

        await client.write_event(Synthesize(text="Production is healthy.").event())
        spoken = 0
        while not AudioStop.is_type((event := await client.read_event()).type):
            if AudioChunk.is_type(event.type):
                spoken += AudioChunk.from_event(event).milliseconds
        result["spoken_ms"] = spoken
    return result


print(json.dumps(asyncio.run(check(int(sys.argv[1]), sys.argv[2]))))
