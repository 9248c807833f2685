using Microsoft.Extensions.Options;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Holds the section <c>Helm:Cloud</c> and the shared files to what can work, and says what cannot.</summary>
internal sealed class CloudOptionsValidation : IValidateOptions<CloudOptions>
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(3);

    public ValidateOptionsResult Validate(string? name, CloudOptions options)
    {
        if (!options.Enabled)
        {
            return ValidateOptionsResult.Success;
        }

        var environments = options.Environments();
        string[] problems =
        [
            .. environments.Problems,
            .. General(options),
            .. environments.ByName.SelectMany(environment => Check(environment.Key, environment.Value)),
            .. options.Environments.SelectMany(environment => CheckKeys(environment.Key, environment.Value)),
            .. Expectations.Problems(options),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> General(CloudOptions options)
    {
        if (options.EndpointUrl.Length > 0 && !IsAddress(options.EndpointUrl))
        {
            yield return $"{CloudOptions.Section}:EndpointUrl is '{options.EndpointUrl}'; expected an address such as http://127.0.0.1:4566, or nothing.";
        }

        if (!IsPeriod(options.Period))
        {
            yield return $"{CloudOptions.Section}:Period is '{options.Period}'; CloudWatch has data points of 1s, 5s, 10s, 20s, 30s and whole minutes.";
        }
        else if (!IsWindow(options.Window, options.Period))
        {
            yield return $"{CloudOptions.Section}:Window is '{options.Window}'; expected a whole number of periods of {options.Period}, at most 3h.";
        }

        if (options.CallTimeout.Value < TimeSpan.FromSeconds(1) || options.CallTimeout.Value > TimeSpan.FromMinutes(5))
        {
            yield return $"{CloudOptions.Section}:CallTimeout is '{options.CallTimeout}'; expected 1s to 5m.";
        }

        if (options.ServiceNamespace.Length is 0 or > 255)
        {
            yield return $"{CloudOptions.Section}:ServiceNamespace is '{options.ServiceNamespace}'; expected a CloudWatch namespace such as Company/Services.";
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsPeriod(TimeSpan period) =>
        period.TotalSeconds is 1 or 5 or 10 or 20 or 30 || (period > TimeSpan.Zero && period.Ticks % TimeSpan.TicksPerMinute == 0);

    private static bool IsWindow(TimeSpan window, TimeSpan period) =>
        window >= period && window <= LongestWindow && window.Ticks % period.Ticks == 0;

    private static IEnumerable<string> Check(string name, CloudEnvironmentOptions environment)
    {
        var key = $"{CloudOptions.Section}:Environments:{name}";
        if (environment.Account.Length > 0 && !Regions.IsAccount(environment.Account))
        {
            yield return $"{key}:Account is '{environment.Account}'; expected the twelve digits of an AWS account.";
        }

        if (environment.Region.Length > 0 && Regions.Find(environment.Region) is null)
        {
            yield return $"{key}:Region is '{environment.Region}', which is no region that the AWS SDK knows; expected one such as us-east-1.";
        }

        if (environment.Role.Length > 0 && !Regions.IsRole(environment.Role))
        {
            yield return $"{key}:Role is '{environment.Role}'; expected the ARN of a role, arn:aws:iam::123456789012:role/helm-reader.";
        }

        if (environment.RemediatorRole.Length > 0 && !Regions.IsRole(environment.RemediatorRole))
        {
            yield return $"{key}:RemediatorRole is '{environment.RemediatorRole}'; expected the ARN of a role, arn:aws:iam::123456789012:role/helm-remediator.";
        }
    }

    // The values are not repeated: one of them may be the secret itself.
    private static IEnumerable<string> CheckKeys(string name, CloudEnvironmentOptions environment)
    {
        var key = $"{CloudOptions.Section}:Environments:{name}";
        if ((environment.AccessKeyId.Length > 0) != (environment.SecretAccessKey.Length > 0))
        {
            yield return $"{key} has only one of AccessKeyId and SecretAccessKey; give both, or a Profile.";
        }

        (string Name, string Value)[] secrets =
        [
            ("AccessKeyId", environment.AccessKeyId),
            ("SecretAccessKey", environment.SecretAccessKey),
            ("SessionToken", environment.SessionToken),
        ];
        foreach (var (field, _) in secrets.Where(secret => secret.Value.Length > 0 && !IsReference(secret.Value)))
        {
            yield return $"{key}:{field} has to be a reference, env:NAME or file:PATH, not the secret itself.";
        }
    }

    private static bool IsReference(string text) =>
        text.StartsWith("env:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal);
}
