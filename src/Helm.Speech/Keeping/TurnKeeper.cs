using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Speech.Keeping;

/// <summary>Watches one spoken conversation and keeps its turns. What answers a challenge is not kept: it is an approval.</summary>
/// <param name="trouble">Told when a turn cannot be written; the conversation goes on.</param>
public sealed class TurnKeeper(TurnFolder folder, string device, TimeProvider time, Action<string> trouble)
{
    private const string Thinking = "thinking";

    // It becomes part of a file's name.
    private readonly string _name = string.Concat(device.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));
    private KeptTurn? _turn;
    private TimeSpan? _wake;
    private long _lastId;

    public void Watch(VoiceEvent happened)
    {
        try
        {
            Take(happened);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _turn = null;
            trouble(refused.Message);
        }
    }

    private void Take(VoiceEvent happened)
    {
        switch (happened)
        {
            case VoiceEvent.Woke woke:
                _wake = woke.Delay;
                break;
            case VoiceEvent.Heard { AnswersChallenge: false } heard:
                Decide("overtaken");
                Begin(heard);
                break;
            case VoiceEvent.Answered answered when IsThinking:
                var decision = _turn!.Heard.Verdict == Verdict.DidYouMean ? "asked_back" : "answered";
                Change(_turn with { Decision = decision, Answer = answered.Answer.Speech, Ms = _turn.Ms with { TextToAnswer = Ms(answered.Delay) } });
                break;
            case VoiceEvent.Sounded sounded when _turn?.Answer is not null:
                Change(_turn with { Ms = _turn.Ms with { AnswerToAudio = Ms(sounded.Delay) } });
                _turn = null;
                break;
            case VoiceEvent.Failed:
                Decide("failed");
                break;
            case VoiceEvent.Changed { State: VoiceState.Idle }:
                Decide("not_for_helm");
                break;
        }
    }

    private bool IsThinking => _turn?.Decision == Thinking;

    private void Begin(VoiceEvent.Heard heard)
    {
        var now = time.GetUtcNow();
        // Two sentences of one millisecond are still two.
        _lastId = Math.Max(_lastId + 1, now.ToUnixTimeMilliseconds());
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(_lastId);
        var isTaken = heard.Transcript.Verdict is Verdict.Accepted or Verdict.DidYouMean;
        var turn = new KeptTurn
        {
            Id = FormattableString.Invariant($"{moment:yyyyMMdd'T'HHmmssfff}-{_name}"),
            At = now,
            Device = device,
            Heard = heard.Transcript,
            Decision = isTaken ? Thinking : heard.Transcript.Verdict == Verdict.NothingHeard ? "nothing_heard" : "rejected",
            Ms = new KeptTimes(Ms(_wake), Ms(heard.Delay), null, null),
        };
        _wake = null;
        folder.Add(turn, heard.Sound.Span);
        _turn = isTaken ? turn : null;
    }

    private void Decide(string decision)
    {
        if (IsThinking)
        {
            Change(_turn! with { Decision = decision });
            _turn = null;
        }
    }

    private void Change(KeptTurn turn)
    {
        _turn = turn;
        folder.Update(turn);
    }

    private static double? Ms(TimeSpan? time) => time is { } span ? Math.Round(span.TotalMilliseconds, 1) : null;
}
