using System.Diagnostics;
using Helm.Cli.Remote;
using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Synthesis;

namespace Helm.Cli.Voice;

/// <summary>Asks the host what was heard, and speaks its answer.</summary>
internal sealed class Answering(HostClient host, ISynthesizer voice, string? output)
{
    private int _turns;

    public async Task<HeardLine> AnswerAsync(HearResult heard, CancellationToken cancellation)
    {
        var line = new HeardLine
        {
            File = heard.File,
            Woke = heard.Woke,
            Transcript = heard.Text,
            Accepted = heard.Accepted,
            Error = heard.Error,
            Ms = new HeardLine.Timings(Rounded(heard.WakeMs), Rounded(heard.EndToTextMs), null),
        };
        if (!heard.Accepted)
        {
            return line;
        }

        // Recordings are independent of each other: none is a follow-up of the one before.
        var reply = await host.AskAsync(heard.Text, $"hear-{Environment.ProcessId}-{_turns++}", "voice", cancellation);
        var speech = reply.GetProperty("speech").GetString()!;
        return line with
        {
            Intent = reply.GetProperty("intent").GetString(),
            Entities = reply.GetProperty("entities"),
            Reply = speech,
            ReplyText = reply.GetProperty("text").GetString(),
            Ms = line.Ms with { TextToAudio = Rounded(await SpeakAsync(speech, cancellation)) },
        };
    }

    /// <summary>From the text to the first sound, in milliseconds; null without a voice.</summary>
    private async Task<double?> SpeakAsync(string speech, CancellationToken cancellation)
    {
        if (!(await voice.CheckAsync(cancellation)).IsAvailable)
        {
            return output is null ? null : throw new CommandFailedException("No voice is installed, so no answer can be written. 'heyhelm doctor' says what to install.");
        }

        var clock = Stopwatch.StartNew();
        double? first = null;
        using var writer = output is null ? null : new WavWriter(output, voice.SampleRate);
        await foreach (var chunk in voice.SpeakAsync(speech, cancellation))
        {
            first ??= clock.Elapsed.TotalMilliseconds;
            if (writer is null)
            {
                break;
            }

            writer.Append(chunk);
        }

        return first;
    }

    private static double? Rounded(double? milliseconds) => milliseconds is { } value ? Math.Round(value, 1) : null;
}
