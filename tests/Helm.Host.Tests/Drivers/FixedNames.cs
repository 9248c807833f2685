using Helm.Conversation.Intents;

namespace Helm.Host.Tests.Drivers;

internal sealed class FixedNames : IVocabularySource
{
    public ValueTask<Vocabulary> CurrentAsync(CancellationToken cancellation) => ValueTask.FromResult(new Vocabulary
    {
        Environments = [new("prod", ["production"]), new("staging")],
        Domains = [new("infrastructure")],
    });
}
