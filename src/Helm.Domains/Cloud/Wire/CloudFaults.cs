using Amazon.Runtime;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Sorts what the SDK throws into the kinds that callers decide by.</summary>
internal static class CloudFaults
{
    private static readonly HashSet<string> BadIdentity = new(StringComparer.Ordinal)
    {
        "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch",
        "InvalidSignatureException", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "InvalidToken",
    };

    private static readonly HashSet<string> Forbidden = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "OptInRequired",
    };

    public static CloudException Describe(AwsCall call, Exception fault) => fault switch
    {
        CloudException known => known,
        AmazonServiceException service => FromAnswer(call, service),
        AmazonClientException client => new(
            CloudFaultKind.NoCredentials, "", $"No AWS credentials for {call.Service.Name}: {client.Message}", fault),
        OperationCanceledException => Lost(call, "did not answer in time", fault),
        _ => Lost(call, $"could not be reached: {fault.Message.TrimEnd('.')}", fault),
    };

    private static CloudException FromAnswer(AwsCall call, AmazonServiceException fault)
    {
        var code = fault.ErrorCode ?? "";
        var kind = KindOf(call, code, (int)fault.StatusCode);
        var name = code.Length > 0 ? code : $"HTTP {(int)fault.StatusCode}";
        return new CloudException(kind, code, $"{call.Operation} failed with {name}: {fault.Message.TrimEnd('.')}.", fault)
        {
            Action = call.Service.ActionOf(call.Operation),
        };
    }

    private static CloudFaultKind KindOf(AwsCall call, string code, int status) =>
        status == 429 || AwsErrors.Throttles.Contains(code) ? CloudFaultKind.Unavailable
        : BadIdentity.Contains(code) ? CloudFaultKind.NoCredentials
        : Forbidden.Contains(code) || (status == 403 && code.Length == 0) ? CloudFaultKind.Denied
        : status is >= 500 or 0 ? LostKind(call)
        : IsMissing(code, status) ? CloudFaultKind.NotFound
        : CloudFaultKind.Refused;

    // DBInstanceNotFound and DBParameterGroupNotFound come with 404, ECS's ClusterNotFoundException with 400.
    private static bool IsMissing(string code, int status) =>
        status == 404 || code.Contains("NotFound", StringComparison.Ordinal);

    private static CloudException Lost(AwsCall call, string what, Exception fault) =>
        new(LostKind(call), "", $"{call.Operation}: {call.Service.Name} {what}.", fault);

    private static CloudFaultKind LostKind(AwsCall call) =>
        call.Mutates ? CloudFaultKind.Ambiguous : CloudFaultKind.Unavailable;
}
