using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Sts;

/// <summary>Security Token Service.</summary>
internal static class StsService
{
    public static AwsService Create(KeyRing keys) => new("sts", WireProtocol.Query, "2011-06-15",
    [
        new("GetCallerIdentity", GetCallerIdentity),
        new("AssumeRole", (call, answer) => AssumeRole(keys, call, answer)),
    ])
    {
        XmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/",
        Throttle = ("Throttling", 400),
    };

    private static void GetCallerIdentity(AwsCall call, AnswerWriter answer)
    {
        answer.Text("UserId", call.Caller.UserId);
        answer.Text("Account", call.Caller.AccountId);
        answer.Text("Arn", call.Caller.Arn);
    }

    private static void AssumeRole(KeyRing keys, AwsCall call, AnswerWriter answer)
    {
        var arn = Needed(call, "RoleArn");
        var session = Needed(call, "RoleSessionName");
        var seconds = call.Input.Number("DurationSeconds") ?? 3600;
        if (seconds is < 900 or > 43_200 || session.Length > 64 || session.Any(c => !(char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal))))
        {
            throw new AwsErrorException("ValidationError", "DurationSeconds must be from 900 to 43200, and RoleSessionName must match [\\w+=,.@-]{2,64}");
        }

        var expires = call.Now.AddSeconds(seconds);
        var (key, roleId) = keys.Assume(arn, session, expires)
            ?? throw new AwsErrorException("AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        answer.Begin("Credentials");
        answer.Text("AccessKeyId", key.Id);
        answer.Text("SecretAccessKey", key.Secret);
        answer.Text("SessionToken", key.Token);
        answer.Time("Expiration", expires);
        answer.End();
        answer.Begin("AssumedRoleUser");
        answer.Text("AssumedRoleId", $"{roleId}:{session}");
        answer.Text("Arn", key.Caller.Arn);
        answer.End();
    }

    private static string Needed(AwsCall call, string name) => call.Input.Text(name) is { Length: > 1 } text
        ? text
        : throw new AwsErrorException("ValidationError", $"1 validation error detected: Value at '{name}' failed to satisfy constraint: Member must not be null");
}
