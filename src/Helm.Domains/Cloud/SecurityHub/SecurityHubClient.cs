using System.Runtime.CompilerServices;
using System.Text.Json;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.SecurityHub;

/// <summary>AWS Security Hub: what its controls and other products found.</summary>
internal sealed class SecurityHubClient(AwsClient aws)
{
    private const int PerPage = 100;

    /// <summary>All active findings, page after page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HubFinding>> GetActiveFindingsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                new AwsCall(AwsService.SecurityHub, "GetFindings")
                {
                    Path = "/findings",
                    Body = CallForms.JsonObject(json => Write(json, sent)),
                },
                reply => reply.Json<FindingPage>(),
                cancellation);
            yield return page.Findings ?? [];
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static void Write(Utf8JsonWriter json, string? token)
    {
        json.WriteStartObject("Filters");
        json.WriteStartArray("RecordState");
        json.WriteStartObject();
        json.WriteString("Value", "ACTIVE");
        json.WriteString("Comparison", "EQUALS");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("MaxResults", PerPage);
        json.WriteOptional("NextToken", token);
    }

    private sealed record FindingPage(IReadOnlyList<HubFinding>? Findings, string? NextToken);
}

/// <summary>A finding as Security Hub tells it, as far as it is used.</summary>
internal sealed record HubFinding
{
    public string Title { get; init; } = "";

    public HubSeverity? Severity { get; init; }

    public IReadOnlyList<HubResource>? Resources { get; init; }

    /// <summary>Null for what is no control: findings of GuardDuty or Inspector.</summary>
    public HubCompliance? Compliance { get; init; }

    public HubWorkflow? Workflow { get; init; }
}

/// <summary>CRITICAL, HIGH, MEDIUM, LOW or INFORMATIONAL.</summary>
internal sealed record HubSeverity(string? Label);

/// <summary>What a finding is about.</summary>
internal sealed record HubResource(string? Type, string? Id);

/// <summary>PASSED, FAILED, WARNING or NOT_AVAILABLE.</summary>
internal sealed record HubCompliance(string? Status, string? SecurityControlId);

/// <summary>NEW, NOTIFIED, RESOLVED or SUPPRESSED.</summary>
internal sealed record HubWorkflow(string? Status);
