namespace Helm.Operations.Issues;

/// <summary>Makes a technical name readable: <c>api-lambda</c> is "API Lambda".</summary>
public static class ResourceTitle
{
    /// <summary>Words with a spelling of their own.</summary>
    private static readonly Dictionary<string, string> Spellings = new[]
    {
        "API", "AWS", "CDN", "CMS", "CPU", "CSS", "DB", "DNS", "EC2", "ECS", "EKS", "ETL", "HTTP", "ID", "ML", "RDS",
        "S3", "SEO", "SES", "SNS", "SQL", "SQS", "SSO", "TLS", "UI", "URL", "VPC", "CloudFront", "CloudWatch",
        "DynamoDB", "ElastiCache", "MySQL", "OAuth", "PostgreSQL",
    }.ToDictionary(word => word, StringComparer.OrdinalIgnoreCase);

    public static string Of(string name) =>
        string.Join(' ', name.Split(['-', '_', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Spell));

    private static string Spell(string word) =>
        Spellings.TryGetValue(word, out var spelling) ? spelling : char.ToUpperInvariant(word[0]) + word[1..];
}
