using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Helm.Operations.Delivery;

namespace Helm.Chat.DirectLine;

/// <summary>What is said on the page: kept in the database, and told at once to the clients that this host is connected with.</summary>
internal sealed class Transcript(ITranscripts kept, TimeProvider time)
{
    private const int AtOnce = 100;
    private const int MostWaiting = 64;

    private readonly ConcurrentDictionary<Channel<JsonObject?>, string> _listeners = new();

    public int Listeners => _listeners.Count;

    /// <summary>False when it was said before.</summary>
    public async Task<bool> AddAsync(string conversation, string id, JsonObject activity, CancellationToken cancellation)
    {
        var added = await kept.TryAddAsync(new(conversation, id, activity.ToJsonString(), time.GetUtcNow()), cancellation);
        Wake(conversation, null);
        return added;
    }

    /// <summary>Changes what was said in its place, or says it.</summary>
    public async Task PutAsync(string conversation, string id, JsonObject activity, CancellationToken cancellation)
    {
        var entry = new TranscriptEntry(conversation, id, activity.ToJsonString(), time.GetUtcNow());
        if (!await kept.ReplaceAsync(entry, cancellation))
        {
            await kept.TryAddAsync(entry, cancellation);
        }

        Wake(conversation, null);
    }

    /// <summary>Shown to whoever listens now, and not kept.</summary>
    public void Hint(string conversation, JsonObject activity) => Wake(conversation, activity);

    public async Task<Batch> ReadAsync(string conversation, long watermark, CancellationToken cancellation)
    {
        var entries = await kept.ReadAsync(conversation, watermark, AtOnce, cancellation);
        return new(new([.. entries.Select(LineActivity.OfTranscript)]), entries is [.., { Number: var last }] ? last : watermark);
    }

    /// <summary>Null in the channel means: look again.</summary>
    public Channel<JsonObject?> Listen(string conversation)
    {
        var channel = Channel.CreateBounded<JsonObject?>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = conversation;
        return channel;
    }

    public void Leave(Channel<JsonObject?> listener) => _listeners.TryRemove(listener, out _);

    private void Wake(string conversation, JsonObject? hint)
    {
        foreach (var (listener, its) in _listeners)
        {
            if (its == conversation)
            {
                listener.Writer.TryWrite(hint);
            }
        }
    }
}

/// <summary>What a client has not seen, and up to where it has seen all after it.</summary>
internal sealed record Batch(JsonArray Activities, long Watermark)
{
    public JsonObject Write() => new()
    {
        ["activities"] = Activities,
        ["watermark"] = Watermark.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
