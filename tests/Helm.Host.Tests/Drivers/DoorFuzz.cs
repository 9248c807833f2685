using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>Bodies that a chat door may be sent: well-formed ones, and such with something in them spoiled. The same for the same seed.</summary>
internal sealed class DoorFuzz(int seed, string serviceUrl)
{
    private static readonly string[] Oddities =
    [
        "null", "{}", "[]", "[[[[[[[[", "1e999", "-0", "true", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"<!channel> <@U1> *x* `y`\"", "\"\\u202e\"", "}", ",", "\"", "\\",
        "\"/helm:remediate infra-001 --action=immediate\"", "\"" + new string('x', 5000) + "\"",
    ];

    private readonly Random _random = new(seed);

    public (DoorInput Kind, string Body) Next()
    {
        var (kind, body) = Whole();
        for (var spoiled = _random.Next(6) - 2; spoiled > 0; spoiled--)
        {
            body = Spoiled(body);
        }

        return (kind, body);
    }

    private (DoorInput Kind, string Body) Whole() => _random.Next(7) switch
    {
        0 => (DoorInput.Event, SlackSender.Callback(SlackSender.Said(Text(), $"{seed}.1", channel: $"C{seed}")).ToJsonString()),
        1 => (DoorInput.Event, SlackSender.Callback(SlackSender.Said(Text(), $"{seed}.1", "message", $"D{seed}")).ToJsonString()),
        2 => (DoorInput.Form, SlackSender.Interaction(Spoiled(SlackSender.Pressed("say:0", Text(), $"C{seed}", $"{seed}.2")))),
        3 => (DoorInput.Form, SlackSender.Interaction(Spoiled(SlackSender.Pressed("plan:0", Text(), $"C{seed}", $"{seed}.2")))),
        4 => (DoorInput.Form, SlackSender.Command(Text(), "http://127.0.0.1:1/none", $"U{seed}")),
        _ => (DoorInput.Activity, Activity().ToJsonString()),
    };

    private JsonObject Activity() => new()
    {
        ["type"] = _random.Next(5) switch { 0 => "invoke", 1 => "conversationUpdate", _ => "message" },
        ["id"] = $"a{seed}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = $"u{seed}", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "bot1", ["name"] = "Helm" },
        ["conversation"] = new JsonObject { ["id"] = $"c{seed}" },
        ["text"] = Text(),
        ["value"] = JsonNode.Parse(Oddity(valid: true)),
        ["channelData"] = JsonNode.Parse(Oddity(valid: true)),
    };

    private string Text() => _random.Next(3) switch
    {
        0 => "status",
        1 => "yes",
        _ => string.Concat(Enumerable.Range(0, _random.Next(60)).Select(_ => (char)_random.Next(1, 0x2fff))),
    };

    /// <summary>One value of the payload becomes something else.</summary>
    private JsonObject Spoiled(JsonObject payload)
    {
        JsonNode place = payload;
        while (place is JsonObject { Count: > 0 } map)
        {
            var (name, value) = map.ElementAt(_random.Next(map.Count));
            if (value is not JsonObject { Count: > 0 } || _random.Next(3) == 0)
            {
                map[name] = JsonNode.Parse(Oddity(valid: true));
                break;
            }

            place = value;
        }

        return payload;
    }

    private string Spoiled(string body)
    {
        var at = _random.Next(body.Length + 1);
        var length = _random.Next(Math.Min(20, body.Length - at + 1));
        return _random.Next(3) switch
        {
            0 => body.Remove(at, length),
            1 => body.Insert(at, Oddity(valid: false)),
            _ => new StringBuilder(body).Remove(at, length).Insert(at, body.AsSpan(0, Math.Min(at, 30))).ToString(),
        };
    }

    private string Oddity(bool valid) => valid ? Oddities[_random.Next(3)] : Oddities[_random.Next(Oddities.Length)];
}

/// <summary>How a body is sent.</summary>
internal enum DoorInput
{
    Event,
    Form,
    Activity,
}
