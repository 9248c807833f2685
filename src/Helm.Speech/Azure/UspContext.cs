using System.Buffers.Binary;
using System.Text.Json;
using Helm.Speech.Audio;

namespace Helm.Speech.Azure;

/// <summary>What the service is told before the sound: who asks, how the sound is and which names may be in it.</summary>
internal static class UspContext
{
    /// <summary>The service takes no more.</summary>
    public const int MostHints = 500;

    private static readonly JsonSerializerOptions Plain = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The body of <c>speech.config</c>.</summary>
    public static string Client { get; } = JsonSerializer.Serialize(
        new
        {
            Context = new
            {
                System = new { Name = "Helm", Version = "1.0", Build = "dotnet", Lang = "C#" },
                Audio = new { Source = new { Bitspersample = 16, Channelcount = 1, Samplerate = SpeechFormat.SampleRate, Type = "Stream" } },
            },
        },
        Plain);

    /// <summary>A WAV file's head of unknown length.</summary>
    public static byte[] WavHead { get; } = MakeWavHead();

    /// <summary>The body of <c>speech.context</c>.</summary>
    public static string Json(IReadOnlyList<string> hints) => JsonSerializer.Serialize(
        new
        {
            PhraseDetection = new { Mode = "Conversation" },
            PhraseOutput = new { Format = "Detailed", Detailed = new { Options = Array.Empty<string>() } },
            Dgi = new { Groups = new[] { new { Type = "Generic", Items = hints.Take(MostHints).Select(hint => new { Text = hint }) } } },
        },
        Plain);

    private static byte[] MakeWavHead()
    {
        const int FrameBytes = sizeof(short);
        var head = new byte[44];
        "RIFF"u8.CopyTo(head);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), SpeechFormat.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), SpeechFormat.SampleRate * FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 8 * FrameBytes);
        "data"u8.CopyTo(head.AsSpan(36));
        return head;
    }
}
