using Helm.Conversation.Intents;
using Helm.Host.Security;

namespace Helm.Host.Api;

/// <summary>Reads the names in a query string as what they stand for; a name that nobody knows is never widened.</summary>
internal sealed class Scope(IVocabularySource names)
{
    /// <summary>The entities of a command, or the answer that says which name is not known.</summary>
    public async Task<(Dictionary<string, object>? Entities, IResult? Problem)> ReadAsync(
        string? environment, string? domain, CancellationToken cancellation)
    {
        var known = await names.CurrentAsync(cancellation);
        var entities = new Dictionary<string, object>(StringComparer.Ordinal);
        var problem = Resolve(entities, "environment", environment, known.Environments)
            ?? Resolve(entities, "domain", domain, known.Domains);
        return problem is null ? (entities, null) : (null, problem);
    }

    private static IResult? Resolve(Dictionary<string, object> entities, string slot, string? said, IReadOnlyList<Name> known)
    {
        if (said is null)
        {
            return null;
        }

        var name = known.FirstOrDefault(one => one.Aliases.Append(one.Canonical).Contains(said.Trim(), StringComparer.OrdinalIgnoreCase));
        if (name is null)
        {
            var choices = string.Join(", ", known.Select(one => one.Canonical));
            return Problems.Of(
                StatusCodes.Status400BadRequest, $"Unknown {slot}", $"There is no {slot} of this name. Known: {choices}.");
        }

        entities[slot] = name.Canonical;
        return null;
    }
}
