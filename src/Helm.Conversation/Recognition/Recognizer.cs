using Helm.Conversation.Recognition.Booleans;
using Helm.Conversation.Recognition.Dates;
using Helm.Conversation.Recognition.Numbers;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition;

/// <summary>Finds entities of one kind in a text, by the definitions of Microsoft's Recognizers specification; safe to call from any thread.</summary>
public static class Recognizer
{
    /// <param name="kind">What to look for.</param>
    /// <param name="input">What was said or written.</param>
    /// <param name="reference">When it was said, on the speaker's clock; dates and times are resolved against it.</param>
    public static IReadOnlyList<Recognised> Recognize(RecognitionKind kind, string input, DateTime reference) => kind switch
    {
        RecognitionKind.Number => NumberRecognizer.Recognize(input),
        RecognitionKind.Ordinal => OrdinalRecognizer.Recognize(input),
        RecognitionKind.Percentage => PercentageRecognizer.Recognize(input),
        RecognitionKind.Boolean => BooleanRecognizer.Recognize(input),
        _ => DateTimeRecognizer.Recognize(input, reference),
    };
}
