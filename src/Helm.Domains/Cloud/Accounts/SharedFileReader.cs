using System.Text.Json;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>
/// Takes one shared file apart. The documents name what is in it (account, profile, environments) and not its shape,
/// so the shapes that people write are all understood: fields at the top for every environment, an object or a list
/// of environments, and profiles by environment.
/// </summary>
internal sealed class SharedFileReader(string path, SharedEnvironments found)
{
    private static readonly Dictionary<string, Action<CloudEnvironmentOptions, string>> Fields =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["account"] = (environment, text) => environment.Account = text,
            ["account_id"] = (environment, text) => environment.Account = text,
            ["accountId"] = (environment, text) => environment.Account = text,
            ["aws_account"] = (environment, text) => environment.Account = text,
            ["aws_account_id"] = (environment, text) => environment.Account = text,
            ["region"] = (environment, text) => environment.Region = text,
            ["aws_region"] = (environment, text) => environment.Region = text,
            ["profile"] = (environment, text) => environment.Profile = text,
            ["aws_profile"] = (environment, text) => environment.Profile = text,
            ["role"] = (environment, text) => environment.Role = text,
            ["role_arn"] = (environment, text) => environment.Role = text,
            ["roleArn"] = (environment, text) => environment.Role = text,
            ["external_id"] = (environment, text) => environment.ExternalId = text,
            ["externalId"] = (environment, text) => environment.ExternalId = text,
        };

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_key", "access_key_id", "accessKeyId", "aws_access_key_id", "secret_key", "secret_access_key",
        "secretAccessKey", "aws_secret_access_key", "session_token", "sessionToken", "aws_session_token",
    };

    private static readonly HashSet<string> Groups =
        new(StringComparer.OrdinalIgnoreCase) { "environments", "accounts", "profiles", "aws" };

    public void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Problem("has to be a JSON object");
            return;
        }

        foreach (var member in root.EnumerateObject())
        {
            ReadMember(member);
        }
    }

    private void ReadMember(JsonProperty member)
    {
        var known = Fields.ContainsKey(member.Name) || Secrets.Contains(member.Name);
        if (known)
        {
            Take(found.Everywhere, member, member.Name);
        }
        else if (Groups.Contains(member.Name))
        {
            ReadGroup(member);
        }
        else if (member.Value.ValueKind == JsonValueKind.Object)
        {
            ReadEnvironment(member.Name, member.Value);
        }
    }

    private void ReadGroup(JsonProperty group)
    {
        switch (group.Value.ValueKind)
        {
            case JsonValueKind.Object when group.NameEquals("aws"):
                Read(group.Value);
                break;
            case JsonValueKind.Object:
                foreach (var member in group.Value.EnumerateObject())
                {
                    ReadNamed(group.Name, member);
                }

                break;
            case JsonValueKind.Array:
                ReadList(group);
                break;
            default:
                Problem($"{group.Name} has to be an object or a list");
                break;
        }
    }

    // "profiles": {"prod": "company-prod"} names only the profile; everywhere else an environment is an object.
    private void ReadNamed(string group, JsonProperty member)
    {
        if (member.Value.ValueKind == JsonValueKind.Object)
        {
            ReadEnvironment(member.Name, member.Value);
        }
        else if (member.Value.ValueKind == JsonValueKind.String)
        {
            var field = group.StartsWith("account", StringComparison.OrdinalIgnoreCase) ? "account" : "profile";
            Fields[field](Environment(member.Name), member.Value.GetString()!);
        }
        else
        {
            Problem($"{group}.{member.Name} has to be an object or a text");
        }
    }

    private void ReadList(JsonProperty group)
    {
        foreach (var item in group.Value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                Environment(item.GetString()!);
            }
            else if (item.ValueKind == JsonValueKind.Object && NameOf(item) is { } name)
            {
                ReadEnvironment(name, item);
            }
            else
            {
                Problem($"each of {group.Name} has to be a name or an object with a name");
            }
        }
    }

    private static string? NameOf(JsonElement item) =>
        item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private void ReadEnvironment(string name, JsonElement content)
    {
        var environment = Environment(name);
        foreach (var member in content.EnumerateObject())
        {
            if (Groups.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
            {
                ReadEnvironment(name, member.Value);
            }
            else
            {
                Take(environment, member, $"{name}.{member.Name}");
            }
        }
    }

    private void Take(CloudEnvironmentOptions environment, JsonProperty member, string where)
    {
        if (Secrets.Contains(member.Name))
        {
            Problem($"{where} is a secret, which does not belong into a shared file: name a profile instead");
        }
        else if (Fields.TryGetValue(member.Name, out var take))
        {
            if (TextOf(member.Value) is { } text)
            {
                take(environment, text);
            }
            else
            {
                Problem($"{where} has to be a text");
            }
        }
    }

    // An account written as a number has lost nothing but its leading zeros.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString("D12", null),
        JsonValueKind.Null => "",
        _ => null,
    };

    private CloudEnvironmentOptions Environment(string name) =>
        found.ByName.TryGetValue(name, out var environment)
            ? environment
            : found.ByName[name] = new CloudEnvironmentOptions();

    private void Problem(string what) => found.Problems.Add($"{path}: {what}.");
}
