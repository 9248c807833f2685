using Helm.Conversation.Intents;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>Makes of the spoken language what engines of open dictation need.</summary>
internal sealed class OpenLanguageFactory(OpenThresholds thresholds, WakePhrase phrase)
{
    public OpenLanguage Of(SpokenLanguage language) => new(SpeakableLanguage.OfAnyWords(language, phrase), thresholds, phrase);

    /// <summary>Names that no dictionary has, for engines that listen better for what they were told of; those of the wake phrase first.</summary>
    public IReadOnlyList<string> Hints(SpokenLanguage language, int most) =>
    [
        .. language.SlotForms.Values.SelectMany(forms => forms).Where(form => form.Any(char.IsAsciiLetter))
            .Prepend(phrase.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(most),
    ];
}
