using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Slash;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The recognisers in the order in which they are asked.</summary>
internal sealed class Recognisers
{
    private readonly StatisticalRecogniser _guesses;
    private readonly IReadOnlyList<IRecogniser> _literal;
    private readonly IReadOnlyList<IRecogniser> _looser;

    public Recognisers(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, PatternRecogniser patterns, StatisticalRecogniser guesses)
    {
        _guesses = guesses;
        var frames = new FrameRecogniser(pack, normalizer, lexicon);
        _literal =
        [
            new SlashRecogniser(pack, new SlotReader(pack, normalizer, patterns)),
            new WakeRecogniser(pack),
            new ExactRecogniser(pack, normalizer),
            new Reconsidered(patterns, guesses),
        ];
        _looser =
        [
            new Reconsidered(frames, guesses),
            new Reconsidered(new SoundRecogniser(patterns), guesses),
            new Reconsidered(frames.Sounded, guesses),
            guesses,
            new Reconsidered(frames.Sketched, guesses),
            new Reconsidered(frames.LastResort, guesses),
        ];
    }

    /// <summary>What the first that understands it found, and its name; null where none does.</summary>
    public (Recognised Found, string By)? Recognise(Heard heard) => First(_literal, heard) ?? Meant(heard) ?? First(_looser, heard);

    /// <summary>"Roll it back rather than restart it": what is asked for without the action that is not meant, where that is one.</summary>
    private (Recognised Found, string By)? Meant(Heard heard) =>
        _guesses.WithoutDenied(heard) is { } meant && First(_literal.Concat(_looser), meant) is { Found.Entities: var said } found && said.ContainsKey(SlotKinds.Action)
            ? found
            : null;

    private static (Recognised Found, string By)? First(IEnumerable<IRecogniser> recognisers, Heard heard)
    {
        foreach (var recogniser in recognisers)
        {
            if (recogniser.Recognise(heard) is { } found)
            {
                return (found, recogniser.Name);
            }
        }

        return null;
    }
}
