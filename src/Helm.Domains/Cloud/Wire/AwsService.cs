namespace Helm.Domains.Cloud.Wire;

/// <summary>How one service is spoken to: its protocol, its names in signature, address and target header.</summary>
internal sealed record AwsService(string Name, string ServiceId, string SigningName, string Version)
{
    /// <summary>Before the dot in <c>X-Amz-Target</c>; only for the JSON protocols.</summary>
    public string Target { get; init; } = "";

    public string ContentType { get; init; } = "";

    /// <summary>Global services have one address and sign as us-east-1.</summary>
    public string? GlobalHost { get; init; }

    public static AwsService CloudWatch { get; } = new("CloudWatch", "CloudWatch", "monitoring", "2010-08-01")
    {
        Target = "GraniteServiceVersion20100801",
        ContentType = "application/x-amz-json-1.0",
    };

    public static AwsService Logs { get; } = new("Logs", "CloudWatch Logs", "logs", "2014-03-28")
    {
        Target = "Logs_20140328",
        ContentType = "application/x-amz-json-1.1",
    };

    public static AwsService Ecs { get; } = new("ECS", "ECS", "ecs", "2014-11-13")
    {
        Target = "AmazonEC2ContainerServiceV20141113",
        ContentType = "application/x-amz-json-1.1",
    };

    public static AwsService Lambda { get; } =
        new("Lambda", "Lambda", "lambda", "2015-03-31") { ContentType = "application/json" };

    public static AwsService Rds { get; } = new("RDS", "RDS", "rds", "2014-10-31");

    public static AwsService ElastiCache { get; } = new("ElastiCache", "ElastiCache", "elasticache", "2015-02-02");

    public static AwsService Sts { get; } = new("STS", "STS", "sts", "2011-06-15");

    public static AwsService S3 { get; } = new("S3", "S3", "s3", "2006-03-01");

    public static AwsService CloudFront { get; } =
        new("CloudFront", "CloudFront", "cloudfront", "2020-05-31") { GlobalHost = "cloudfront.amazonaws.com" };
}
