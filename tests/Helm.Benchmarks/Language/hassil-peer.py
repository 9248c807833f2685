"""Times hassil's recognize: patterns, slot values and sentences as JSON on standard input; the folder of hassil as argument."""
import importlib.util
import json
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, sys.argv[1])
if importlib.util.find_spec("unicode_rbnf") is None:
    # hassil imports it for ranges of numbers only. Here every slot is a list of words, so nothing may ask for it.
    stand_in = tempfile.TemporaryDirectory()
    pathlib.Path(stand_in.name, "unicode_rbnf.py").write_text(
        "class RbnfEngine:\n"
        "    @staticmethod\n"
        "    def for_language(language):\n"
        "        raise NotImplementedError('unicode_rbnf is not installed')\n"
    )
    sys.path.insert(0, stand_in.name)
try:
    from hassil.intents import Intents
    from hassil.recognize import recognize
except ImportError as absent:
    print(f"hassil: absent, it cannot be imported from {sys.argv[1]}: {absent}")
    sys.exit(0)

request = json.load(sys.stdin)
intents = {}
for pattern in request["patterns"]:
    intents.setdefault(pattern["intent"], {"data": [{"sentences": []}]})["data"][0]["sentences"].append(pattern["sentence"])
table = Intents.from_dict({
    "language": "en",
    "intents": intents,
    "lists": {name: {"values": list(values)} for name, values in request["slots"].items()},
})
said = request["said"]
for sentence in said:
    recognize(sentence, table)
took = []
understood = 0
for sentence in said:
    start = time.perf_counter()
    understood += recognize(sentence, table) is not None
    took.append(time.perf_counter() - start)
took.sort()
print(
    f"hassil: {len(said) / sum(took):.0f} utterances/s on one core, p50 {took[len(took) // 2] * 1000:.3f} ms, "
    f"p99 {took[int(len(took) * 0.99)] * 1000:.3f} ms, {understood} of {len(said)} sentences understood "
    f"with the {len(request['patterns'])} patterns that are spoken"
)
