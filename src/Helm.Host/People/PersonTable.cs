using Helm.Chat.Turns;
using Helm.Host.Security;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.People;

/// <summary>Finds the person behind an id that a door gave; a name alone never decides anything.</summary>
internal sealed class PersonTable(IOptions<PeopleOptions> people, IOptions<SecurityOptions> security) : IPeople
{
    private readonly Dictionary<string, PersonOptions> _known =
        people.Value.People.ToDictionary(person => person.Id, StringComparer.Ordinal);

    public Person Identify(string id, string? name) => _known.GetValueOrDefault(id) is { } known
        ? new(id, known.Name.Length > 0 ? known.Name : id, known.Role)
        : new(id, string.IsNullOrWhiteSpace(name) ? id : name, security.Value.UnknownPersonRole);
}
