using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Rds;

/// <summary>Amazon RDS: instances, their parameters and events.</summary>
internal sealed class RdsClient(AwsClient aws)
{
    /// <summary>AWS's limit of parameters in one change.</summary>
    public const int MostChanges = 20;

    /// <summary>One instance, or all, page after page.</summary>
    public IAsyncEnumerable<DatabaseInstance> DescribeDBInstancesAsync(
        string? identifier, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeDBInstances",
            [("DBInstanceIdentifier", identifier)],
            root => root.Items("DBInstances", "DBInstance").Select(ReadInstance),
            cancellation);

    public IAsyncEnumerable<DatabaseParameter> DescribeDBParametersAsync(
        string group, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeDBParameters",
            [("DBParameterGroupName", group)],
            root => root.Items("Parameters", "Parameter").Select(ReadParameter),
            cancellation);

    public IAsyncEnumerable<DatabaseEvent> DescribeEventsAsync(
        string identifier, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) =>
        PagesAsync(
            "DescribeEvents",
            [
                ("SourceIdentifier", identifier), ("SourceType", "db-instance"),
                ("StartTime", Iso(start)), ("EndTime", Iso(end)),
            ],
            root => root.Items("Events", "Event").Select(item => new DatabaseEvent(
                item.Time("Date") ?? throw new FormatException("An event has no date."),
                item.Text("SourceIdentifier") ?? identifier,
                item.Text("Message") ?? "")),
            cancellation);

    /// <summary>Sets parameters of a group. There is no "apply immediately": each parameter says when it applies.</summary>
    public Task<Nothing> ModifyDBParameterGroupAsync(
        string group, IReadOnlyList<ParameterChange> changes, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(changes.Count, MostChanges);
        var fields = changes.SelectMany((change, index) => new (string, string?)[]
        {
            ($"Parameters.Parameter.{index + 1}.ParameterName", change.Name),
            ($"Parameters.Parameter.{index + 1}.ParameterValue", change.Value),
            ($"Parameters.Parameter.{index + 1}.ApplyMethod", change.ApplyMethod),
        });
        return aws.SendAsync(
            AwsService.Rds.Form(
                "ModifyDBParameterGroup", fields.Prepend(("DBParameterGroupName", group)), mutates: true),
            _ => default(Nothing),
            cancellation);
    }

    public Task<DatabaseInstance> RebootDBInstanceAsync(string identifier, CancellationToken cancellation) =>
        aws.SendAsync(
            AwsService.Rds.Form("RebootDBInstance", [("DBInstanceIdentifier", identifier)], mutates: true),
            reply => ReadInstance(XmlReply.Parse(reply.Body).Descendants()
                .First(element => element.Name.LocalName == "DBInstance")),
            cancellation);

    private async IAsyncEnumerable<T> PagesAsync<T>(
        string operation,
        IReadOnlyList<(string Name, string? Value)> fields,
        Func<XElement, IEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var page = await aws.SendAsync(
                AwsService.Rds.Form(operation, [.. fields, ("MaxRecords", "100"), ("Marker", marker)]),
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Items: read(root).ToList(), Next: root.Marker());
                },
                cancellation);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            marker = page.Next;
        }
        while (marker is not null);
    }

    private static DatabaseInstance ReadInstance(XElement item) => new()
    {
        Identifier = item.Required("DBInstanceIdentifier"),
        Arn = item.Text("DBInstanceArn"),
        Status = item.Required("DBInstanceStatus"),
        Engine = item.Text("Engine"),
        AllocatedGigabytes = item.Number("AllocatedStorage"),
        ParameterGroups =
        [
            .. item.Items("DBParameterGroups", "DBParameterGroup").Select(group =>
                new InstanceParameterGroup(group.Required("DBParameterGroupName"), group.Text("ParameterApplyStatus"))),
        ],
    };

    private static DatabaseParameter ReadParameter(XElement item) => new(
        item.Required("ParameterName"),
        item.Text("ParameterValue"),
        item.Text("ApplyType"),
        item.Text("IsModifiable") == "true",
        item.Text("AllowedValues"),
        item.Text("Source"));

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
