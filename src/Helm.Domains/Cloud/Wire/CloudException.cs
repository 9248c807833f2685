namespace Helm.Domains.Cloud.Wire;

/// <summary>What kind of failure a call met: what to do next depends on it.</summary>
internal enum CloudFaultKind
{
    /// <summary>Too fast, too slow, broken: asking later may help. A change was not made.</summary>
    Unavailable,

    /// <summary>A change was sent and its fate is unknown: describe, then decide; never send again blindly.</summary>
    Ambiguous,

    /// <summary>AWS understood and refused.</summary>
    Refused,
    NotFound,

    /// <summary>The identity is right and lacks the permission.</summary>
    Denied,

    /// <summary>There is no identity, or AWS does not accept it.</summary>
    NoCredentials,

    /// <summary>The account, region or partition is not one that may be asked.</summary>
    NotConfigured,
}

/// <summary>A call that failed, with what happened and what to do about it.</summary>
internal sealed class CloudException(CloudFaultKind kind, string code, string message, Exception? cause = null)
    : Exception(OneLine(message), cause)
{
    public CloudFaultKind Kind => kind;

    /// <summary>AWS's own code; empty where the fault is not AWS's.</summary>
    public string Code => code;

    /// <summary>What a policy has to allow: <c>ce:GetCostAndUsage</c>; null where the call never left.</summary>
    public string? Action { get; init; }

    /// <summary>It is told in answers and lists; the SDK's texts may run over several lines.</summary>
    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
