using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.People;

/// <summary>Every person has an id with its door, and nobody is two people.</summary>
internal sealed class PeopleOptionsCheck : IValidateOptions<PeopleOptions>
{
    public ValidateOptionsResult Validate(string? name, PeopleOptions options)
    {
        var requirements = new Requirements("Helm:People");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < options.People.Count; index++)
        {
            var person = options.People[index];
            CheckId(requirements, ids, $"{index}:Id", person.Id);
            for (var link = 0; link < person.Links.Count; link++)
            {
                CheckId(requirements, ids, $"{index}:Links:{link}", person.Links[link]);
            }

            requirements
                .Require(person.Email.Length == 0 || IsAddress(person.Email), $"{index}:Email", person.Email, "an address such as alice@example.com")
                .Require(person.Email.Length == 0 || addresses.Add(person.Email), $"{index}:Email", person.Email, "an address that no other person has")
                .Require(
                    person.TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(person.TimeZone, out _),
                    $"{index}:TimeZone", person.TimeZone, "a time zone such as Europe/Berlin");
        }

        return requirements.Result();
    }

    private static void CheckId(Requirements requirements, HashSet<string> known, string key, string id) => requirements
        .Require(id.IndexOf(':', StringComparison.Ordinal) > 0, key, id, "an id with its door, such as emulator:USER-ID or api:alice")
        .Require(known.Add(id), key, id, "an id that no other person has");

    private static bool IsAddress(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1;
}
