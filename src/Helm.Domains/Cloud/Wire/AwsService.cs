namespace Helm.Domains.Cloud.Wire;

/// <summary>How one service is spoken to: its protocol, its names in signature, address and target header.</summary>
internal sealed record AwsService(string Name, string ServiceId, string SigningName, string Version)
{
    /// <summary>Before the dot in <c>X-Amz-Target</c>; only for the JSON protocols.</summary>
    public string Target { get; init; } = "";

    public string ContentType { get; init; } = "";

    /// <summary>How policies name an action: CloudWatch signs as monitoring, and its actions begin with cloudwatch.</summary>
    public string ActionOf(string operation) => (SigningName, operation) switch
    {
        ("monitoring", _) => "cloudwatch:" + operation,
        ("tagging", _) => "tag:" + operation,
        ("apigateway", _) => "apigateway:GET", // its policies allow methods
        ("s3", "ListBuckets") => "s3:ListAllMyBuckets",
        ("s3", "HeadBucket") => "s3:ListBucket",
        _ => $"{SigningName}:{operation}",
    };

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

    public static AwsService Ec2 { get; } = new("EC2", "EC2", "ec2", "2016-11-15");

    public static AwsService Sts { get; } = new("STS", "STS", "sts", "2011-06-15");

    public static AwsService S3 { get; } = new("S3", "S3", "s3", "2006-03-01");

    public static AwsService CostExplorer { get; } = new("CostExplorer", "Cost Explorer", "ce", "2017-10-25")
    {
        Target = "AWSInsightsIndexService",
        ContentType = "application/x-amz-json-1.1",
        GlobalHost = "ce.us-east-1.amazonaws.com",
    };

    public static AwsService SecurityHub { get; } =
        new("SecurityHub", "SecurityHub", "securityhub", "2018-10-26") { ContentType = "application/json" };

    public static AwsService Config { get; } = new("Config", "Config Service", "config", "2014-11-12")
    {
        Target = "StarlingDoveService",
        ContentType = "application/x-amz-json-1.1",
    };

    public static AwsService Tagging { get; } = new("Tagging", "Resource Groups Tagging API", "tagging", "2017-01-26")
    {
        Target = "ResourceGroupsTaggingAPI_20170126",
        ContentType = "application/x-amz-json-1.1",
    };

    public static AwsService ApiGateway { get; } = new("APIGateway", "API Gateway", "apigateway", "2015-07-09");

    public static AwsService CloudFront { get; } =
        new("CloudFront", "CloudFront", "cloudfront", "2020-05-31") { GlobalHost = "cloudfront.amazonaws.com" };
}
