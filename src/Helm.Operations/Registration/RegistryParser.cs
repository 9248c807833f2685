using System.Text.Json;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Registration;

/// <summary>Reads the format of <c>.fractary/registry/deployments.json</c>; unknown fields are left alone.</summary>
public static class RegistryParser
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The whole document: <c>{"deployments": […]}</c>.</summary>
    public static RegistryReading ParseDocument(ReadOnlyMemory<byte> json) => Parse(json, fields =>
    {
        var deployments = fields.Objects("deployments", required: true).Select(ReadDeployment).ToList();
        foreach (var (id, index) in Repeated(deployments))
        {
            fields.Report($"deployments[{index}].id", $"'{id}' is used twice; expected an id of its own");
        }

        return deployments;
    });

    /// <summary>One deployment by itself, as <c>POST /api/deployments</c> takes it.</summary>
    public static RegistryReading ParseDeployment(ReadOnlyMemory<byte> json) =>
        Parse(json, fields => [ReadDeployment(fields)]);

    private static RegistryReading Parse(ReadOnlyMemory<byte> json, Func<FieldReader, List<Deployment>> read)
    {
        var errors = new List<FieldError>();
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var deployments = document.RootElement.ValueKind == JsonValueKind.Object
                ? read(new FieldReader(document.RootElement, "", errors))
                : [];
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add(new("document", "is not an object; expected {\"deployments\": […]}"));
            }

            return new(errors.Count == 0 ? deployments : [], errors);
        }
        catch (JsonException exception)
        {
            return new([], [new("document", $"is not complete JSON (line {exception.LineNumber + 1})")]);
        }
        catch (InvalidOperationException)
        {
            return new([], [new("document", "has text with half a surrogate pair (\\ud800 to \\udfff alone); expected whole characters")]);
        }
    }

    private static Deployment ReadDeployment(FieldReader fields) => new()
    {
        Id = fields.Text("id", "an id such as deploy-12345"),
        Domain = fields.Text("domain", "a domain such as infrastructure"),
        Environment = fields.Text("environment", "an environment such as prod"),
        CreatedBy = fields.OptionalText("faber_plugin"),
        WatchedBy = fields.OptionalText("helm_plugin"),
        DeployedAt = fields.Time("deployed_at"),
        DeployedBy = fields.OptionalText("deployed_by"),
        WorkItem = fields.OptionalText("work_item"),
        Resources = [.. fields.Objects("resources", required: true).Select(ReadResource)],
        Monitoring = fields.Object("monitoring") is { } monitoring ? ReadMonitoring(monitoring) : new(),
    };

    private static DeployedResource ReadResource(FieldReader fields) => new(
        fields.Text("type", "a resource type such as lambda"),
        fields.Text("name", "the resource's name"),
        fields.OptionalText("arn"));

    private static DeploymentMonitoring ReadMonitoring(FieldReader fields) => new()
    {
        Enabled = fields.Flag("enabled", otherwise: true),
        Manager = fields.OptionalText("helm_manager"),
        HealthCheckInterval = fields.Interval("health_check_interval"),
        AlertChannels = fields.Texts("alert_channels"),
        EnabledChecks = fields.Texts("enabled_checks"),
    };

    private static IEnumerable<(string Id, int Index)> Repeated(List<Deployment> deployments)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < deployments.Count; index++)
        {
            if (deployments[index].Id is { Length: > 0 } id && !seen.Add(id))
            {
                yield return (id, index);
            }
        }
    }
}
