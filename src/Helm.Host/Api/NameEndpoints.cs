using Helm.Conversation.Intents;
using Helm.Operations.Registration;

namespace Helm.Host.Api;

/// <summary><c>/api/domains</c> and <c>/api/vocabulary</c>: who watches, and what can be named.</summary>
internal static class NameEndpoints
{
    public static void MapNames(this IEndpointRouteBuilder questions)
    {
        questions.MapGet("/domains", (DomainRegistry domains) => ApiJson.Document(domains.Document()))
            .WithName("Domains").WithSummary("Who watches what, in the format of domain-monitors.json.").WithTags("Deployments")
            .Produces<DomainMonitorsDocument>();
        questions.MapGet("/vocabulary", async (IVocabularySource names, CancellationToken cancellation) =>
                ApiJson.Document(await names.CurrentAsync(cancellation)))
            .WithName("Vocabulary").WithSummary("Every name that can be said now.").WithTags("Questions")
            .Produces<Vocabulary>();
    }
}
