using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Helm.Speech.Audio;

namespace Helm.Speech.Azure;

/// <summary>16-bit sound as it comes over the network, where a piece may end in the middle of a sample.</summary>
internal static class RawSound
{
    public const string Format = "raw-16khz-16bit-mono-pcm";
    private const int ChunkBytes = SpeechFormat.SampleRate / 10 * sizeof(short);

    /// <param name="patience">Longer than this no piece is waited for.</param>
    public static async IAsyncEnumerable<short[]> ReadAsync(
        Stream sound, TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[ChunkBytes];
        var odd = 0;
        while (await NextAsync(sound, buffer.AsMemory(odd), patience, cancellation) is > 0 and var count)
        {
            var (all, whole) = (odd + count, (odd + count) / sizeof(short) * sizeof(short));
            yield return MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, whole)).ToArray();
            odd = all - whole;
            if (odd > 0)
            {
                buffer[0] = buffer[whole];
            }
        }
    }

    private static async Task<int> NextAsync(Stream sound, Memory<byte> into, TimeSpan patience, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            return await sound.ReadAsync(into, waiting.Token);
        }
        catch (IOException)
        {
            throw AzureRefusal.Dropped();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw AzureRefusal.Silent(patience);
        }
    }
}
