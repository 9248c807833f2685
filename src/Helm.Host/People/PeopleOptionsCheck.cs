using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.People;

/// <summary>Every person has an id with its door, and nobody has two roles.</summary>
internal sealed class PeopleOptionsCheck : IValidateOptions<PeopleOptions>
{
    public ValidateOptionsResult Validate(string? name, PeopleOptions options)
    {
        var requirements = new Requirements("Helm:People");
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < options.People.Count; index++)
        {
            var id = options.People[index].Id;
            requirements
                .Require(id.IndexOf(':', StringComparison.Ordinal) > 0, $"{index}:Id", id, "an id with its door, such as emulator:USER-ID or api:alice")
                .Require(known.Add(id), $"{index}:Id", id, "an id that no other person has");
        }

        return requirements.Result();
    }
}
