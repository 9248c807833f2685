namespace Helm.Domains.Cloud.Accounts;

/// <summary>What is expected of each type of resource unless the configuration says otherwise.</summary>
internal sealed class Expectations(CloudOptions options)
{
    /// <summary>Promises; a miss is a breach. The numbers are the documents'.</summary>
    private static readonly Dictionary<string, Dictionary<string, decimal>> DefaultSlos = Table(
        ("lambda", "error_rate_percent", 0.1m),
        ("lambda", "p95_latency_ms", 200),
        ("lambda", "availability_percent", 99.9m),
        // CloudWatch has no metric for the first two of a database: they are in the registry and no check measures them.
        ("rds", "error_rate_percent", 0.01m),
        ("rds", "connection_time_ms", 100),
        ("rds", "availability_percent", 99.95m),
        ("service", "error_rate_percent", 0.05m),
        ("service", "p95_response_time_ms", 150),
        ("service", "availability_percent", 99.95m));

    /// <summary>Signs of trouble ahead; crossing one degrades and breaks no promise.</summary>
    private static readonly Dictionary<string, Dictionary<string, decimal>> DefaultThresholds = Table(
        ("lambda", "throttles", 0),
        ("rds", "connections_percent", 90),
        ("rds", "cpu_percent", 90),
        ("rds", "free_storage_percent", 10),
        ("rds", "read_latency_ms", 50),
        ("rds", "write_latency_ms", 50),
        ("ecs", "cpu_percent", 85),
        ("ecs", "memory_percent", 85),
        ("ec2", "cpu_percent", 85),
        ("ec2", "memory_percent", 85),
        ("ec2", "disk_percent", 90),
        ("ec2", "status_check_failed", 0),
        ("elasticache", "hit_rate_percent", 80),
        ("elasticache", "cpu_percent", 90),
        ("elasticache", "evictions", 1000),
        ("s3", "error_rate_5xx_percent", 1),
        ("cloudfront", "hit_rate_percent", 80),
        ("cloudfront", "error_rate_5xx_percent", 1),
        ("apigateway", "error_rate_5xx_percent", 1),
        ("apigatewayv2", "error_rate_5xx_percent", 1));

    public decimal Slo(string type, string name) => Find(options.Slos, DefaultSlos, type, name);

    public decimal Threshold(string type, string name) => Find(options.Thresholds, DefaultThresholds, type, name);

    public static IEnumerable<string> Problems(CloudOptions options) =>
        Problems("Slos", options.Slos, DefaultSlos).Concat(Problems("Thresholds", options.Thresholds, DefaultThresholds));

    private static decimal Find(
        IDictionary<string, Dictionary<string, decimal>> configured,
        Dictionary<string, Dictionary<string, decimal>> defaults,
        string type,
        string name) =>
        configured.TryGetValue(type, out var given) && given.TryGetValue(name, out var value)
            ? value
            : defaults[type][name];

    private static IEnumerable<string> Problems(
        string key,
        IDictionary<string, Dictionary<string, decimal>> configured,
        Dictionary<string, Dictionary<string, decimal>> defaults)
    {
        foreach (var (type, values) in configured)
        {
            if (!defaults.TryGetValue(type, out var known))
            {
                yield return $"{CloudOptions.Section}:{key}:{type} is no type with {key}; expected one of {string.Join(", ", defaults.Keys)}.";
                continue;
            }

            foreach (var (name, value) in values)
            {
                if (!known.ContainsKey(name))
                {
                    yield return $"{CloudOptions.Section}:{key}:{type}:{name} is not known; expected one of {string.Join(", ", known.Keys)}.";
                }
                else if (value < 0 || (name.EndsWith("_percent", StringComparison.Ordinal) && value > 100))
                {
                    yield return FormattableString.Invariant($"{CloudOptions.Section}:{key}:{type}:{name} is {value}, which no measurement can be held to.");
                }
            }
        }
    }

    private static Dictionary<string, Dictionary<string, decimal>> Table(
        params (string Type, string Name, decimal Value)[] rows) =>
        rows.GroupBy(row => row.Type).ToDictionary(
            type => type.Key,
            type => type.ToDictionary(row => row.Name, row => row.Value, StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
}
