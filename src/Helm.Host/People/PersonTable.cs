using Helm.Chat.Turns;
using Helm.Host.Security;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.People;

/// <summary>Finds the one person behind what a door knows; a name alone never decides anything.</summary>
internal sealed class PersonTable(IOptions<PeopleOptions> people, IOptions<SecurityOptions> security) : IPeople
{
    /// <summary>Who may approve or administer is said by the operator's table alone, id by id: an address is easier to come by.</summary>
    private const Role MostByEmail = Role.Operator;

    private readonly Dictionary<string, PersonOptions> _byId = people.Value.People
        .SelectMany(person => person.Links.Prepend(person.Id).Select(id => (id, person)))
        .ToDictionary(one => one.id, one => one.person, StringComparer.Ordinal);

    private readonly Dictionary<string, PersonOptions> _byEmail = people.Value.People
        .Where(person => person.Email.Length > 0).ToDictionary(person => person.Email, StringComparer.OrdinalIgnoreCase);

    public Person Identify(string id, string? name) => Identify(new(id, name));

    public Person Identify(Acquaintance who) =>
        _byId.GetValueOrDefault(who.Id) is { } known ? Known(known, known.Role, who)
        : who.VerifiedEmail is { } email && _byEmail.GetValueOrDefault(email) is { } same ? Known(same, same.Role < MostByEmail ? same.Role : MostByEmail, who)
        : new(who.Id, string.IsNullOrWhiteSpace(who.Name) ? who.Id : who.Name, security.Value.UnknownPersonRole) { TimeZone = ZoneOf(who.TimeZone) };

    private static Person Known(PersonOptions known, Role role, Acquaintance who) =>
        new(known.Id, known.Name.Length > 0 ? known.Name : known.Id, role) { TimeZone = ZoneOf(known.TimeZone) ?? ZoneOf(who.TimeZone) };

    private static TimeZoneInfo? ZoneOf(string? name) =>
        name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
