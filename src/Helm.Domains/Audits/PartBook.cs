using Helm.Domains.Cloud.Wire;
using Helm.Operations.Audits;

namespace Helm.Domains.Audits;

/// <summary>Notes what became of each part of an audit; what one may not read costs only that.</summary>
internal sealed class PartBook(string environment)
{
    private readonly List<AuditPart> _parts = [];

    public IReadOnlyList<AuditPart> Parts => _parts;

    /// <summary>Null when it could not be read.</summary>
    public async Task<T?> ReadAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        try
        {
            var value = await read();
            _parts.Add(new(name, PartStatus.Read));
            return value;
        }
        catch (CloudException fault)
        {
            Note(name, fault);
            return null;
        }
    }

    /// <summary>Like <see cref="ReadAsync"/>, for what may be read in part.</summary>
    public void Note(string name, CloudException fault) => _parts.Add(Describe(name, fault));

    public void Cut(string name, string problem) =>
        _parts[_parts.FindIndex(part => part.Name == name)] = new(name, PartStatus.Cut, problem);

    private AuditPart Describe(string name, CloudException fault) => fault switch
    {
        _ when NotEnabled.Is(fault) => new(name, PartStatus.NotEnabled, fault.Message, Remedy: NotEnabled.RemedyOf(fault)),
        { Kind: CloudFaultKind.Denied, Action: { } action } => new(
            name, PartStatus.Denied, fault.Message, action, $"Allow {action} to the role that reads {environment}; the policy of assets/aws/reader.json has it."),
        { Kind: CloudFaultKind.NotConfigured or CloudFaultKind.NoCredentials } => new(
            name, PartStatus.NotConfigured, fault.Message, Remedy: "'heyhelm doctor' says what is missing."),
        _ => new(name, PartStatus.Unavailable, fault.Message, Remedy: "Run the audit again later."),
    };
}

/// <summary>How the services say that nobody switched them on in this account and region.</summary>
internal static class NotEnabled
{
    /// <summary>A code of ours, for services that only have nothing to tell.</summary>
    public const string Silent = "NotEnabled";

    private static readonly string[] Codes = [Silent, "InvalidAccessException", "OptInRequired", "SubscriptionRequiredException"];

    public static bool Is(CloudException fault) =>
        Codes.Contains(fault.Code) || fault.Message.Contains("not enabled for cost explorer", StringComparison.OrdinalIgnoreCase);

    public static string RemedyOf(CloudException fault) => fault.Action?.Split(':')[0] switch
    {
        "ce" => "Open Cost Explorer once in the Billing console of this account to switch it on; the data is there after a day.",
        "securityhub" => "Switch Security Hub on in this account and region, with a standard such as AWS Foundational Security Best Practices.",
        "config" => "Switch AWS Config on in this account and region, and add rules or a conformance pack.",
        _ => "Switch the service on in this account and region.",
    };
}
