using Helm.Conversation.Pictures;

namespace Helm.Conversation.Dialogs;

/// <summary>What a picture shows: values of the answer over time.</summary>
/// <param name="Says">What it shows, for who cannot see it.</param>
/// <param name="Target">Drawn beside them; null without one.</param>
public sealed record ChartFacts(string Says, IReadOnlyList<decimal> Values, decimal? Target)
{
    /// <summary>The card with the picture; null without a card.</summary>
    internal Card? On(Card? card) => card is null
        ? null
        : card with { Picture = new(Says, "data:image/png;base64," + Convert.ToBase64String(LineChart.Draw(Values, Target).Encode())) };
}
