using Amazon.Runtime;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Sts;

/// <summary>AWS Security Token Service: who am I, and may I be somebody else.</summary>
internal sealed class StsClient(AwsClient aws)
{
    public Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellation) => aws.SendAsync(
        AwsService.Sts.Form("GetCallerIdentity", []),
        reply =>
        {
            var result = XmlReply.Parse(reply.Body).Descendants()
                .First(element => element.Name.LocalName == "GetCallerIdentityResult");
            return new CallerIdentity(result.Required("Account"), result.Required("Arn"));
        },
        cancellation);

    public Task<AssumedRole> AssumeRoleAsync(
        string role, string session, string? externalId, CancellationToken cancellation) => aws.SendAsync(
        AwsService.Sts.Form(
            "AssumeRole",
            [("RoleArn", role), ("RoleSessionName", session), ("DurationSeconds", "3600"), ("ExternalId", externalId)]),
        reply =>
        {
            var keys = XmlReply.Parse(reply.Body).Descendants()
                .First(element => element.Name.LocalName == "Credentials");
            return new AssumedRole(
                new(keys.Required("AccessKeyId"), keys.Required("SecretAccessKey"), keys.Required("SessionToken")),
                keys.Time("Expiration") ?? throw new FormatException("The credentials have no expiration."));
        },
        cancellation);
}

/// <summary>Who a set of credentials is.</summary>
internal sealed record CallerIdentity(string Account, string Arn);

/// <summary>Temporary credentials of a role.</summary>
internal sealed record AssumedRole(ImmutableCredentials Credentials, DateTimeOffset Expiration);
