using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>The other end of a connection, written from the protocol's document and not from Helm's own reader and writer.</summary>
internal sealed class WyomingPeer(Stream stream)
{
    /// <summary>The next event; fails when another came.</summary>
    public async Task<(JsonObject Data, byte[] Payload)> ExpectAsync(string type)
    {
        var (came, data, payload) = await ReadAsync() ?? throw new EndOfStreamException($"{type} was expected, and nothing came.");
        Assert.Equal(type, came);
        return (data, payload);
    }

    /// <summary>Null at the end.</summary>
    public async Task<(string Type, JsonObject Data, byte[] Payload)?> ReadAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        if (line.Count == 0)
        {
            return null;
        }

        var header = JsonNode.Parse(Encoding.UTF8.GetString([.. line]))!.AsObject();
        var data = (header["data"]?.DeepClone() as JsonObject) ?? [];
        if (await ReadAsync(header, "data_length") is { Length: > 0 } more)
        {
            foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
            {
                data[name] = value?.DeepClone();
            }
        }

        return ((string)header["type"]!, data, await ReadAsync(header, "payload_length"));
    }

    /// <summary>Sends a header as it is written down, with what follows it.</summary>
    public async Task SendAsync(string header, string data = "", byte[]? payload = null)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(header + "\n" + data));
        await stream.WriteAsync(payload ?? []);
    }

    /// <summary>As the programs of the project send: data and payload after the header, their lengths and a version in it.</summary>
    public Task SendEventAsync(string type, string data = "", byte[]? payload = null) => SendAsync(
        $$"""{"type": "{{type}}", "version": "1.8.0"{{(data.Length > 0 ? $", \"data_length\": {Encoding.UTF8.GetByteCount(data)}" : "")}}{{(payload is null ? "" : $", \"payload_length\": {payload.Length}")}}}""",
        data,
        payload);

    private async Task<byte[]> ReadAsync(JsonObject header, string length)
    {
        var content = new byte[(int?)header[length] ?? 0];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
