using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Settings;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Finds the credentials of an environment: keys by reference, a profile, or AWS's default chain.</summary>
internal static class CredentialSource
{
    /// <exception cref="CloudException">There are none; the message says what to do.</exception>
    public static AWSCredentials Find(string name, CloudEnvironmentOptions environment)
    {
        try
        {
            return environment switch
            {
                { AccessKeyId.Length: > 0 } => FromReferences(environment),
                { Profile.Length: > 0 } => FromProfile(environment.Profile),
                _ => DefaultAWSCredentialsIdentityResolver.GetCredentials(null),
            };
        }
        catch (Exception fault) // whatever a profile, a token file or a credential process does, it means: no credentials
        {
            throw new CloudException(
                CloudFaultKind.NoCredentials, "", $"{Missing(name, environment)} {fault.Message}", fault);
        }
    }

    /// <summary>What is missing and what helps, in one sentence.</summary>
    public static string Missing(string name, CloudEnvironmentOptions environment)
    {
        var account = environment.Account.Length > 0 ? $" for account {environment.Account} ({name})" : $" for {name}";
        return environment switch
        {
            { AccessKeyId.Length: > 0 } =>
                $"No AWS credentials{account}: check {CloudOptions.Section}:Environments:{name}:AccessKeyId and SecretAccessKey.",
            { Profile.Length: > 0 } =>
                $"No AWS credentials{account}: log in to the profile {environment.Profile} (aws sso login --profile {environment.Profile}) or correct {CloudOptions.Section}:Environments:{name}:Profile.",
            _ =>
                $"No AWS credentials{account}: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or {CloudOptions.Section}:Environments:{name}:Profile.",
        };
    }

    private static AWSCredentials FromReferences(CloudEnvironmentOptions environment)
    {
        var key = SecretReference.Resolve(environment.AccessKeyId);
        var secret = SecretReference.Resolve(environment.SecretAccessKey);
        return environment.SessionToken.Length > 0
            ? new SessionAWSCredentials(key, secret, SecretReference.Resolve(environment.SessionToken))
            : new BasicAWSCredentials(key, secret);
    }

    private static AWSCredentials FromProfile(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new InvalidOperationException(
                $"The AWS configuration has no profile {profile}; aws configure list-profiles shows those there are.");
}
