namespace Helm.Acceptance.Tests.Scenarios;

/// <summary>Every scenario, those that come along and others, goes the same way: found, explained, mended by what mends it, or left alone.</summary>
public sealed class ScenarioWalkTests(WalkedWorld world) : IClassFixture<WalkedWorld>
{
    internal static readonly List<Expected> All =
    [
        new("db-connections", "api-lambda", "orders-db", "resource_exhaustion")
        {
            Remedy = ["increase_rds_max_connections orders-db", "restart_lambda api-lambda"],
            Sent = ["rds:ModifyDBParameterGroup", "lambda:UpdateFunctionConfiguration"],
        },
        new("latency-after-deploy", "checkout", "checkout", "deployment") { Remedy = ["rollback_lambda checkout"], Sent = ["lambda:UpdateAlias"] },
        new("ecs-below-desired", "web", "web", "instance_failure") { Remedy = ["restart_ecs_service web"], Sent = ["ecs:UpdateService"] },
        new("cache-hit-falling", "cdn", "cdn", "cache") { Remedy = ["clear_cache cdn"], Sent = ["cloudfront:CreateInvalidation"] },
        new("lambda-out-of-memory", "api-handler", "api-handler", "resource_exhaustion") { Remedy = ["restart_lambda api-handler"], Sent = ["lambda:UpdateFunctionConfiguration"] },
        new("lambda-throttled", "user-auth", "user-auth", "capacity") { Remedy = ["scale_lambda_concurrency user-auth"], Sent = ["lambda:PutFunctionConcurrency"] },
        new("certificate-expired", "checkout", "payment", "certificate"),
        new("storage-filling", "api-lambda", "orders-db", "resource_exhaustion"),
        new("bucket-forbidden", "cart", "uploads", "permission"),
        new("innocent-release", "checkout", "orders-db", "database"),
        new("cache-overloaded", "orders", "redis", "resource_exhaustion"),
        new("search-memory-leak", "search", "search", "resource_exhaustion") { Remedy = ["restart_ecs_service search"], Sent = ["ecs:UpdateService"] },
        new("payment-release-broken", "checkout", "payment", "deployment") { Remedy = ["rollback_lambda payment"], Sent = ["lambda:UpdateAlias"] },
        new("email-worker-busy", "email-worker", "email-worker", "resource_exhaustion") { Remedy = ["scale_ecs_service email-worker"], Sent = ["ecs:UpdateService"] },
        new("web-release-crashes", "web", "web", "deployment") { Remedy = ["rollback_ecs_service web"], Sent = ["ecs:UpdateService"] },
        new("partner-key-revoked", "api-handler", "api-handler", "credentials"),
        new("late-release", "checkout", "orders-db", "resource_exhaustion")
        {
            Remedy = ["increase_rds_max_connections orders-db", "restart_lambda api-lambda", "restart_lambda checkout"],
            Sent = ["rds:ModifyDBParameterGroup", "lambda:UpdateFunctionConfiguration", "lambda:UpdateFunctionConfiguration"],
        },
        new("two-at-once", "user-auth", "user-auth", "capacity")
        {
            Remedy = ["scale_lambda_concurrency user-auth"], Sent = ["lambda:PutFunctionConcurrency"], AlsoTold = ["cdn/cache"],
        },
        new("staging-connections", "api-lambda", "orders-db", "resource_exhaustion")
        {
            InProduction = false,
            Remedy = ["increase_rds_max_connections orders-db", "reboot_rds orders-db", "restart_lambda api-lambda"],
            Sent = ["rds:ModifyDBParameterGroup", "rds:RebootDBInstance", "lambda:UpdateFunctionConfiguration"],
        },
        new("tax-office-unresolved", "billing", "billing", "network"),
        new("cart-slow-for-no-reason", "cart"),
        new("backup-slows", "api-lambda", "orders-db", "maintenance"),
        new("redis-evicts", "redis", "redis", "cache"),
        new("pool-leak", "api-lambda", "api-lambda", "resource_exhaustion") { Remedy = ["restart_lambda api-lambda"], Sent = ["lambda:UpdateFunctionConfiguration"] },
        new("throttled-without-reservation", "api-handler", "api-handler", "capacity") { Remedy = ["scale_lambda_concurrency api-handler"], Sent = ["lambda:PutFunctionConcurrency"] },
        new("staging-web-busy", "web", "web", "resource_exhaustion") { InProduction = false, Remedy = ["scale_ecs_service web"], Sent = ["ecs:UpdateService"] },
        new("checkout-invoice-memory", "checkout", "checkout", "deployment") { Remedy = ["rollback_lambda checkout"], Sent = ["lambda:UpdateAlias"] },
        new("staging-connection-slots", "api-lambda", "orders-db", "resource_exhaustion")
        {
            InProduction = false,
            Remedy = ["increase_rds_max_connections orders-db", "reboot_rds orders-db", "restart_lambda api-lambda"],
            Sent = ["rds:ModifyDBParameterGroup", "rds:RebootDBInstance", "lambda:UpdateFunctionConfiguration"],
        },
        new("redis-evicting-carts", "redis", "redis", "resource_exhaustion"),
        new("private-zone-unresolved", "billing", "dns", "network"),
        new("payment-retries", "payment", "payment", "dependency"),
        new("orders-pool-leak", "orders", "orders", "resource_exhaustion"),
        new("cart-unexplained", "cart"),
        new("quiet"),
        new("traffic-peak"),
        new("noisy-debug"),
        new("releases-uneventful"),
        new("retries-that-help"),
        new("release-and-newsletter"),
        new("newsletter-batch"),
        new("scanner-noise"),
    ];

    public static TheoryData<string> Troubled => [.. All.Where(one => one.Alerted is not null).Select(one => one.Name)];

    public static TheoryData<string> Untroubled => [.. All.Where(one => one.Alerted is null).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Troubled))]
    public async Task A_fault_is_found_explained_and_mended_or_handed_over(string scenario)
    {
        var expected = All.Single(one => one.Name == scenario);

        var walked = await world.OfAsync(expected);

        var verdict = expected.Category is null ? "cannot_tell" : "fault";
        Assert.True((walked.Verdict, walked.Category) == (verdict, expected.Category ?? "unknown"), walked.Report);
        Assert.True(expected.Component is null || walked.Component == expected.Component, walked.Report);
        Assert.Empty(walked.OtherCauses.Except([$"{expected.Component}/{expected.Category}", .. expected.AlsoTold]));
        Assert.True(expected.Remedy.SequenceEqual(walked.Proposed), $"{walked.Told}\n{walked.Report}");
        Assert.True(expected.Sent.SequenceEqual(walked.Sent), string.Join(", ", walked.Sent));
        Assert.True(walked.Ended == (expected.Remedy.Length > 0 ? "succeeded" : null), walked.Report);
        Assert.Equal(expected.Remedy.Length == 0, walked.Issues.Any(issue => issue.IsOpen));
    }

    [Theory]
    [MemberData(nameof(Untroubled))]
    public async Task Where_nothing_is_wrong_nothing_is_opened_and_nothing_proposed(string scenario)
    {
        var walked = await world.OfAsync(All.Single(one => one.Name == scenario));

        Assert.Empty(walked.Issues);
        Assert.Empty(walked.Proposed);
        Assert.Empty(walked.Sent);
    }
}
