using Helm.Conversation.Intents;

namespace Helm.Host.Readiness;

/// <summary>The files of the intent table are in force; while a change of them cannot be used, the last good ones are.</summary>
internal sealed class LanguageReadiness(IntentTable table) : IReadinessCheck
{
    public string Name => "language";

    public bool Required => false;

    public Task<ReadinessState> CheckAsync(CancellationToken cancellation) =>
        Task.FromResult(table.Errors is { Count: > 0 } errors
            ? ReadinessState.Unavailable(
                $"The last good intent table is in force; what changed cannot be used: {errors[0]}{(errors.Count > 1 ? $", and {errors.Count - 1} more" : "")}; 'heyhelm intents check' lists all.")
            : ReadinessState.Ready);
}
