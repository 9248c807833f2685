using System.Runtime.CompilerServices;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>The repository's own table over a small invented company.</summary>
internal static class Table
{
    public static string Folder { get; } = FindFolder();

    public static IntentTable English { get; } = IntentTable.Load(Folder);

    public static Vocabulary Company { get; } = new()
    {
        Environments = [new("prod"), new("staging"), new("test")],
        Domains =
            [new("infrastructure"), new("application"), new("content"), new("design"), new("kubernetes"), new("containers")],
        Metrics =
        [
            new("cpu"), new("memory"), new("latency"), new("p95_latency"), new("p99_latency"), new("error_rate"),
            new("connections"), new("cache_hit_rate"), new("queue_depth"), new("engagement"),
        ],
        Resources =
        [
            .. new[]
            {
                "api-gateway", "api-handler", "api-lambda", "batch-worker", "billing", "cart", "checkout", "cloudfront",
                "database", "gateway", "lambda", "nginx", "orders", "payment", "payments", "postgres", "rds", "redis",
                "sqs",
            }.Select(name => new ResourceName(name)),
        ],
        Issues =
        [
            new("infra-001", 1, "api-lambda", "critical", "prod"),
            new("infra-002", 2, "cloudfront", "medium", "prod"),
            new("content-001", 3, "content", "medium", "prod"),
        ],
    };

    /// <summary>A live inventory: long names, types, the same service in two environments.</summary>
    public static Vocabulary Live { get; } = new()
    {
        Environments = [new("production", ["prod"]), new("staging")],
        Domains = [new("infrastructure")],
        Resources =
        [
            new("prod-api-handler", "lambda_function", "production"),
            new("staging-api-handler", "lambda_function", "staging"),
            new("thumbnailer", "lambda_function", "production"),
            new("orders-db", "rds_instance", "production"),
        ],
        Issues = [new("infra-001", 1, "prod-api-handler", "critical", "production")],
    };

    public static IntentMatch Hear(string text, TurnContext? context = null, Vocabulary? vocabulary = null) =>
        English.Match(text, vocabulary ?? Company, context ?? TurnContext.Empty);

    /// <summary>Entities in one line, sorted, for comparison: <c>environment=prod top=5</c>.</summary>
    public static string Say(IReadOnlyDictionary<string, object> entities) =>
        string.Join(' ', entities.OrderBy(entity => entity.Key, StringComparer.Ordinal).Select(entity => $"{entity.Key}={entity.Value}"));

    private static string FindFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "intents", "en"));
}
