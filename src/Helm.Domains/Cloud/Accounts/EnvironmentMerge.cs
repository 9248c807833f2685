namespace Helm.Domains.Cloud.Accounts;

/// <summary>Completes what is said in one place with what is said in another.</summary>
internal static class EnvironmentMerge
{
    /// <summary>Takes over every field that is still empty.</summary>
    public static void FillFrom(this CloudEnvironmentOptions environment, CloudEnvironmentOptions other)
    {
        environment.Account = First(environment.Account, other.Account);
        environment.Region = First(environment.Region, other.Region);
        environment.Profile = First(environment.Profile, other.Profile);
        environment.Role = First(environment.Role, other.Role);
        environment.RemediatorRole = First(environment.RemediatorRole, other.RemediatorRole);
        environment.ExternalId = First(environment.ExternalId, other.ExternalId);
        environment.AccessKeyId = First(environment.AccessKeyId, other.AccessKeyId);
        environment.SecretAccessKey = First(environment.SecretAccessKey, other.SecretAccessKey);
        environment.SessionToken = First(environment.SessionToken, other.SessionToken);
    }

    /// <summary>The same environment as whoever changes something there: from the same credentials, in the other role.</summary>
    public static CloudEnvironmentOptions AsRemediator(this CloudEnvironmentOptions environment)
    {
        var remediator = new CloudEnvironmentOptions();
        remediator.FillFrom(environment);
        remediator.Role = environment.RemediatorRole;
        return remediator;
    }

    /// <summary>The configured environments, completed from the shared files; configuration stands over files.</summary>
    public static SharedEnvironments Environments(this CloudOptions options)
    {
        var all = SharedFiles.Read(options.SharedFolder, IsHere(options.EndpointUrl));
        foreach (var (name, configured) in options.Environments)
        {
            var merged = new CloudEnvironmentOptions();
            merged.FillFrom(configured);
            merged.FillFrom(all.ByName.GetValueOrDefault(name) ?? all.Everywhere);
            all.ByName[name] = merged;
        }

        return all;
    }

    private static bool IsHere(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.IsLoopback;

    private static string First(string one, string other) => one.Length > 0 ? one : other;
}
