using Helm.Speech.Audio;
using Helm.Speech.Hearing;

namespace Helm.Speech.Sessions;

/// <summary>Why Helm listens just now.</summary>
internal enum Expecting
{
    Nothing,

    /// <summary>The wake phrase was said.</summary>
    Command,

    /// <summary>A button is held.</summary>
    Button,

    /// <summary>Helm asked something.</summary>
    Reply,

    /// <summary>Helm said something; perhaps somebody goes on.</summary>
    Remark,
}

/// <summary>What Helm listens for, and when it has done with speaking.</summary>
internal sealed class Attention(TurnTakingOptions options)
{
    private readonly int _tail = SpeechFormat.Samples(options.EchoTail) / SpeechFormat.FrameSamples;
    // Sound taken while Helm speaks and half a second after approves nothing.
    private static readonly int BeforeWords = SpeechFormat.Samples(TimeSpan.FromSeconds(0.5)) / SpeechFormat.FrameSamples;

    private Expecting _expecting;
    private int _quiet;

    /// <summary>Somebody certainly speaks to Helm: they hold a button, or were asked.</summary>
    public bool IsCertain => _expecting is Expecting.Button or Expecting.Reply;

    public Expecting AfterSpeech { get; private set; }

    /// <summary>How long Helm listens after it has spoken.</summary>
    public TimeSpan Span => AfterSpeech == Expecting.Reply ? options.AfterQuestion : options.AfterStatement;

    public void Turn(Expecting to) => _expecting = to;

    public bool Is(Expecting what) => _expecting == what;

    public void Answering(SpokenAnswer reply)
    {
        AfterSpeech = reply.ListenAgain ? Expecting.Reply : Expecting.Remark;
        ExpectsWords = reply.AsksForWords;
        _quiet = 0;
    }

    /// <summary>The answer expected is the words of a challenge.</summary>
    public bool ExpectsWords { get; private set; }

    /// <summary>The last sample was played, and its echo has died away; asked once a frame.</summary>
    public bool HasSpoken(Mouth mouth)
    {
        _quiet = mouth.IsSpeaking ? 0 : _quiet + 1;
        return _quiet > (ExpectsWords ? Math.Max(_tail, BeforeWords) : _tail);
    }
}
