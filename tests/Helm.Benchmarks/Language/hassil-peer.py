"""Times hassil's recognize: patterns, slot values and sentences as JSON on standard input; the folder of hassil as argument."""
import json
import sys
import time

sys.path.insert(0, sys.argv[1])
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
for sentence in request["said"]:
    recognize(sentence, table)
start = time.perf_counter()
understood = sum(recognize(sentence, table) is not None for sentence in request["said"])
took = time.perf_counter() - start
count = len(request["said"])
print(f"hassil: {count / took:.0f} utterances/s on one core, {understood} of {count} sentences understood with {len(request['patterns'])} patterns")
