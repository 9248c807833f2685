using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Wire;

/// <summary>A call that was authenticated and understood.</summary>
internal sealed class AwsCall
{
    public required AwsService Service { get; init; }

    public required AwsOperation Operation { get; init; }

    public required AwsInput Input { get; init; }

    /// <summary>The account and region that the call is about.</summary>
    public required AccountEstate Estate { get; init; }

    public required Caller Caller { get; init; }

    public required string RequestId { get; init; }

    /// <summary>A fault asks for some of the series to be left incomplete.</summary>
    public bool Partial { get; init; }

    public int Status { get; set; } = 200;

    public Dictionary<string, string> Headers { get; } = [];

    public DateTimeOffset Now => Estate.Clock.Now;
}

/// <summary>Who calls.</summary>
internal sealed record Caller(string AccountId, string Arn, string UserId);
