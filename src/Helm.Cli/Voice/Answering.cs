using System.Diagnostics;
using Helm.Cli.Remote;
using Helm.Conversation.Intents;
using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Synthesis;

namespace Helm.Cli.Voice;

/// <summary>Asks the host what was heard, and speaks its answer.</summary>
internal sealed class Answering(HostClient host, ISynthesizer voice, Showing showing)
{
    private readonly string? _output = showing.Output;
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
            Details = showing.Details && heard.Error is null ? ReplayLine.Hearing.Of(heard.Transcript) : null,
            Ms = new HeardLine.Timings(Rounded(heard.WakeMs), Rounded(heard.EndToTextMs), null),
        };
        if (!heard.Accepted)
        {
            return line;
        }

        // Recordings are independent of each other: none is a follow-up of the one before.
        var reply = await host.AskAsync(heard.Text, $"hear-{Environment.ProcessId}-{_turns++}", "voice", cancellation);
        var (intent, speech) = (reply.GetProperty("intent").GetString(), reply.GetProperty("speech").GetString()!);
        if (intent == IntentNames.OutOfScope && !reply.TryGetProperty("pending", out _))
        {
            // Words of the language that mean nothing to Helm: a room would get no answer either.
            return line with { Accepted = false, Intent = intent };
        }

        return line with
        {
            Intent = intent,
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
            return _output is null ? null : throw new CommandFailedException("No voice is installed, so no answer can be written. 'heyhelm doctor' says what to install.");
        }

        var clock = Stopwatch.StartNew();
        double? first = null;
        using var writer = _output is null ? null : new WavWriter(_output, voice.SampleRate);
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

/// <summary>What is shown of an answer.</summary>
/// <param name="Output">The spoken answer is written there.</param>
internal sealed record Showing(string? Output, bool Details);
